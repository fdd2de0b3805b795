package jobtrail.query.items;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/** An item with all that happened to it, its artwork and its proofs; each oldest first. */
@Schema(name = "JobItemWithHistory")
record ItemLifeView(
    @JsonUnwrapped ItemView item,
    List<Happening> history,
    List<Artwork> artwork,
    List<Proof> proofs) {

  /** One thing that happened. */
  @Schema(name = "JobItemEvent")
  record Happening(
      @Schema(description = "The state it left; absent when it left none") @Nullable ItemState from,
      @Schema(description = "The state it came to; absent when it stayed where it was")
          @Nullable ItemState to,
      Instant at,
      @Schema(description = "When the floor says it happened") @Nullable Instant occurredAt,
      String actor,
      @Schema(description = "As the ledger calls it, for example item.proof-sent") String event,
      Details details) {}

  /** What was said with it; an erased name reads {@value PersonalText#ERASED}. */
  @Schema(name = "JobItemDetails")
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class Details {
    @Nullable Integer artworkVersion;
    @Nullable List<File> files;
    @Nullable List<String> issues;
    @Nullable String proofReference;
    @Nullable File file;

    @Schema(description = "When the customer's link does")
    @Nullable Instant expiresAt;

    @Nullable String feedback;
    @Nullable ApprovedBy approvedBy;

    @Schema(description = "Who approved it; [erased] once that is forgotten")
    @Nullable String name;

    @Nullable String reason;

    @Schema(description = "true when the customer said it by their link")
    @Nullable Boolean byLink;
  }

  /** A version of the artwork. */
  @Schema(name = "JobItemArtwork")
  record Artwork(int version, Instant at, String actor, List<File> files) {}

  /** A proof that was uploaded, or sent. */
  @Schema(name = "JobItemProof")
  record Proof(
      String proofReference,
      Instant at,
      String actor,
      @Schema(description = "Absent when it was never uploaded") @Nullable File file,
      @Schema(description = "When it was sent last") @Nullable Instant sentAt) {}

  /** A file of artwork, or of a proof. */
  @Schema(name = "JobItemFile")
  record File(
      String name,
      @Nullable Long size,
      @Nullable String sha256,
      @Nullable String mediaType,
      @Schema(description = "Where it can be had; absent when it was only named")
          @Nullable String href) {

    static File of(ItemFile file, String href) {
      return new File(
          file.name(), file.size(), file.sha256(), file.mediaType(), file.uploaded() ? href : null);
    }
  }
}
