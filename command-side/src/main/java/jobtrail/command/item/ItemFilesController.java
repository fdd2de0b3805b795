package jobtrail.command.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.command.item.ItemCommand.ReceiveArtwork;
import jobtrail.command.item.ItemCommand.UploadProof;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.artwork.UploadForm;
import jobtrail.command.platform.artwork.Uploads;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import jobtrail.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in artwork and proofs. A file is durable before an event speaks of it; one that was stored
 * when its command was refused after all, because somebody was faster, stays where it is: another
 * upload may have found it there and rely on it.
 */
@RestController
@RequestMapping(path = "/api/items/{itemId}", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemFilesController {

  /** Stands for a file that has not come yet; no rule looks at what a file is. */
  private static final ItemFile ANY = ItemFile.named("any", null, null);

  private final KnownStreams streams;
  private final Rehearsal rehearsal;
  private final Uploads uploads;
  private final CommandDesk desk;
  private final NewIds ids;

  ItemFilesController(
      KnownStreams streams, Rehearsal rehearsal, Uploads uploads, CommandDesk desk, NewIds ids) {
    this.streams = streams;
    this.rehearsal = rehearsal;
    this.uploads = uploads;
    this.desk = desk;
    this.ids = ids;
  }

  @PostMapping(path = "/artwork", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Take in artwork: 1 to 20 files, which are one version; the item is then in review",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = ArtworkForm.class))))
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ArtworkAnswer.class)))
  ResponseEntity<Object> artwork(
      @PathVariable String itemId, IfMatch ifMatch, Caller caller, HttpServletRequest request) {
    ItemId id = streams.item(itemId);
    rehearsal.of(new ReceiveArtwork(id, List.of(ANY)), ifMatch);
    try (UploadForm form = uploads.read(request, Uploads.MOST_FILES)) {
      ReceiveArtwork command = new ReceiveArtwork(id, form.files());
      // A large file took its time to come.
      rehearsal.of(command, ifMatch);
      form.keep();
      Answer<Added> answer = desk.send(command, caller.actingAs(form.userId()), ifMatch);
      int version = answer.state().artworkVersion();
      Version artwork = new Version(version, FileView.ofArtwork(id, version, command.files()));
      return answer.created(
          FileView.ofArtwork(id, version), new ArtworkAnswer(Items.told(answer), artwork));
    }
  }

  @PostMapping(path = "/proof", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Put a proof on file: one file, known by its proofReference from then on",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = ProofForm.class))))
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProofFileAnswer.class)))
  ResponseEntity<Object> proof(
      @PathVariable String itemId, IfMatch ifMatch, Caller caller, HttpServletRequest request) {
    ItemId id = streams.item(itemId);
    String reference = ids.next("proof_");
    rehearsal.of(new UploadProof(id, reference, ANY), ifMatch);
    try (UploadForm form = uploads.read(request, 1)) {
      UploadProof command = new UploadProof(id, reference, form.files().getFirst());
      rehearsal.of(command, ifMatch);
      form.keep();
      Answer<Added> answer = desk.send(command, caller.actingAs(form.userId()), ifMatch);
      FileView file = FileView.ofProof(id, reference, command.file());
      return answer.created(
          file.href(), new ProofFileAnswer(shown(Items.told(answer), reference), file));
    }
  }

  /** The item's own reference is that of the proof last sent, which this one is not. */
  private static ItemAnswer shown(ItemAnswer item, String reference) {
    return new ItemAnswer(
        item.id(),
        item.jobId(),
        item.number(),
        item.name(),
        item.quantity(),
        item.productCode(),
        item.state(),
        item.artworkVersion(),
        reference,
        item.createdAt(),
        item.updatedAt());
  }

  /** The form of an artwork upload. */
  record ArtworkForm(
      @ArraySchema(
              minItems = 1,
              maxItems = Uploads.MOST_FILES,
              schema = @Schema(type = "string", format = "binary"))
          List<String> file,
      @Nullable String userId) {}

  /** The form of a proof upload. */
  record ProofForm(
      @Schema(type = "string", format = "binary") String file, @Nullable String userId) {}

  /** The item, with the artwork that came. */
  record ArtworkAnswer(@JsonUnwrapped ItemAnswer item, Version artwork) {}

  /** One coming of artwork. */
  record Version(int version, List<FileView> files) {}

  /** The item, with the proof that came: its {@code proofReference} is that of this proof. */
  record ProofFileAnswer(@JsonUnwrapped ItemAnswer item, FileView file) {}
}
