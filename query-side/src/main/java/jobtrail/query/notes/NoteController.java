package jobtrail.query.notes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.http.ETags;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.paths.Paths;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import jobtrail.query.serials.Serials;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notes")
@Tag(name = "Notes")
class NoteController {

  /** A note has one event and never changes. */
  private static final long VERSION = 0;

  private final Notes notes;
  private final Serials serials;
  private final Paths paths;

  NoteController(Notes notes, Serials serials, Paths paths) {
    this.notes = notes;
    this.serials = serials;
    this.paths = paths;
  }

  @GetMapping("/{noteId}")
  @Reads(Notes.VIEW)
  @Operation(summary = "One note")
  ResponseEntity<NoteView> one(@PathVariable("noteId") String id) {
    NoteView note = notes.byId(id).orElseThrow(() -> RequestRefused.notFound("Note", id));
    return ResponseEntity.ok().eTag(ETags.of(VERSION)).body(note);
  }

  @GetMapping("/serial/{serialId}")
  @Reads({Notes.VIEW, Serials.VIEW})
  @Operation(summary = "The notes about a serial, oldest first")
  ResponseEntity<List<NoteView>> ofSerial(
      @PathVariable("serialId") String id, Page page, HttpServletRequest request) {
    if (!serials.isThere(id)) {
      throw RequestRefused.notFound("Serial", id);
    }
    return listed(notes.ofSerial(id, page), page, request);
  }

  @GetMapping("/step/{stepId}")
  @Reads({Notes.VIEW, Paths.VIEW})
  @Operation(summary = "The notes left at a step, oldest first")
  ResponseEntity<List<NoteView>> ofStep(
      @PathVariable("stepId") String id, Page page, HttpServletRequest request) {
    if (!paths.knowsStep(id)) {
      throw RequestRefused.stepNotFound(id);
    }
    return listed(notes.ofStep(id, page), page, request);
  }

  private static ResponseEntity<List<NoteView>> listed(
      List<NoteView> found, Page page, HttpServletRequest request) {
    return Listing.answer(found, page, NoteView::position, note -> note, request);
  }
}
