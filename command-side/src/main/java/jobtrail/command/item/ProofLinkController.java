package jobtrail.command.item;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import jobtrail.command.item.ItemCommand.IssueProofLink;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.Trimmed;
import jobtrail.events.item.ItemId;
import jobtrail.http.Id;
import jobtrail.http.IfMatch;
import jobtrail.http.OptionalName;
import jobtrail.http.Quantity;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes links by which customers see and answer a proof. */
@RestController
@RequestMapping(path = "/api/items/{itemId}", produces = MediaType.APPLICATION_JSON_VALUE)
class ProofLinkController {

  private static final int TWO_WEEKS = 336;
  private static final int THIRTY_DAYS = 720;

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final Clock clock;
  private final String publicUrl;
  private final SecureRandom random = new SecureRandom();

  ProofLinkController(
      CommandDesk desk,
      KnownStreams streams,
      Clock clock,
      @Value("${jobtrail.public-url:}") String publicUrl) {
    this.desk = desk;
    this.streams = streams;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @PostMapping("/proof-link")
  @Operation(summary = "Make a link by which the customer sees and answers a proof that is on file")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NewLink.class)))
  ResponseEntity<Object> issue(
      @PathVariable String itemId,
      @Valid @RequestBody(required = false) @Nullable LinkWanted wanted,
      IfMatch ifMatch,
      Caller caller,
      HttpServletRequest request) {
    ItemId id = streams.item(itemId);
    LinkWanted asked = wanted == null ? LinkWanted.PLAIN : wanted;
    ProofToken token = ProofToken.fresh(id, random);
    Instant expiresAt = asked.until(clock.instant());
    Answer<Added> answer =
        desk.send(
            new IssueProofLink(id, Trimmed.of(asked.proofReference()), token.sha256(), expiresAt),
            caller.actingAs(asked.userId()),
            ifMatch);
    ProofLink link = Objects.requireNonNull(answer.state().proofs().links().get(token.sha256()));
    String path = "/customer/proofs/" + token.text();
    return answer.created(
        path, new NewLink(link.proofReference(), address(request) + path, path, expiresAt));
  }

  /** Where customers reach this shop; unless it is set, where the caller did. */
  private String address(HttpServletRequest request) {
    return publicUrl.isBlank()
        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
        : publicUrl.strip().replaceFirst("/+$", "");
  }

  /**
   * The body of POST …/proof-link; it may be missing.
   *
   * @param proofReference the one that awaits an answer, or the latest on file, when none is named
   */
  record LinkWanted(
      @OptionalName @Nullable String proofReference,
      @Quantity(max = THIRTY_DAYS, required = false) @Nullable Integer expiresInHours,
      @Schema(description = "In place of expiresInHours; at most 30 days ahead")
          @Nullable Instant expiresAt,
      @Id(required = false) @Nullable String userId) {

    static final LinkWanted PLAIN = new LinkWanted(null, null, null, null);

    Instant until(Instant now) {
      if (expiresAt == null) {
        return now.truncatedTo(ChronoUnit.MILLIS)
            .plus(Duration.ofHours(Objects.requireNonNullElse(expiresInHours, TWO_WEEKS)));
      }
      if (expiresInHours != null) {
        throw RequestRefused.invalid("expiresAt", "cannot be given beside expiresInHours");
      }
      if (expiresAt.isBefore(now) || expiresAt.isAfter(now.plus(Duration.ofHours(THIRTY_DAYS)))) {
        throw RequestRefused.invalid("expiresAt", "must lie ahead, by at most 30 days");
      }
      return expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /**
   * A link, told this once.
   *
   * @param path the address without the host
   */
  record NewLink(String proofReference, String url, String path, Instant expiresAt) {}
}
