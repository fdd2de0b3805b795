package jobtrail.command.note;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import jobtrail.command.note.NoteCommand.CreateNote;
import jobtrail.command.note.NoteRefused.Reason;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.NewIds;
import jobtrail.events.job.JobId;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;
import jobtrail.http.Id;
import jobtrail.http.IfMatch;
import jobtrail.http.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes notes down. */
@RestController
@RequestMapping(path = "/api/notes", produces = MediaType.APPLICATION_JSON_VALUE)
class NoteController {

  private static final int MOST_NAMED = 1_000;

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final NewIds ids;

  NoteController(CommandDesk desk, KnownStreams streams, NewIds ids) {
    this.desk = desk;
    this.streams = streams;
    this.ids = ids;
  }

  @PostMapping
  @Operation(summary = "Write down something about serials at a step; it moves none of them")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteAnswer.class)))
  ResponseEntity<Object> create(@Valid @RequestBody NewNote note, Caller caller) {
    JobId jobId = streams.job(note.jobId());
    PathId pathId = streams.path(note.pathId()).route().pathId();
    StepId stepId = step(note.stepId());
    // Whoever is named twice is meant once.
    List<SerialId> serialIds =
        new LinkedHashSet<>(note.serialIds()).stream().map(streams::serial).toList();
    NoteId id = new NoteId(ids.next(NoteId.PREFIX));
    CreateNote command = new CreateNote(id, jobId, pathId, stepId, serialIds, note.text().strip());
    Caller author = caller.actingAs(note.userId());
    Answer<NoteState> answer = desk.send(command, author, IfMatch.ABSENT);
    return answer.created("/api/notes/" + id, NoteAnswer.of(answer, author.actor()));
  }

  private static StepId step(String id) {
    try {
      return new StepId(id);
    } catch (IllegalArgumentException e) {
      throw new NoteRefused(Reason.STEP_UNKNOWN, "ProcessStep not found: " + id, null);
    }
  }

  /** The body of POST /api/notes. */
  record NewNote(
      @Id String jobId,
      @Id String pathId,
      @Id String stepId,
      @NotNull(message = "is required")
          @Size(min = 1, max = MOST_NAMED, message = "must have 1 to 1000 items")
          List<@Id String> serialIds,
      @Text(required = true) String text,
      @Id(required = false) @Nullable String userId) {}
}
