package jobtrail.command.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import jobtrail.command.certificate.CertificateCommand.CreateCertificate;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.NewIds;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import jobtrail.http.IfMatch;
import jobtrail.http.Name;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Puts certificates on file. */
@RestController
@RequestMapping(path = "/api/certs", produces = MediaType.APPLICATION_JSON_VALUE)
class CertificateController {

  private final CommandDesk desk;
  private final NewIds ids;
  private final JsonMapper json;

  CertificateController(CommandDesk desk, NewIds ids, JsonMapper json) {
    this.desk = desk;
    this.ids = ids;
    this.json = json;
  }

  @PostMapping
  @Operation(summary = "Put a certificate on file; it cannot be changed or deleted afterwards")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CertificateAnswer.class)))
  ResponseEntity<Object> create(@Valid @RequestBody NewCertificate certificate, Caller caller) {
    StatedMetadata.check(certificate.metadata(), json);
    CertificateId id = new CertificateId(ids.next(CertificateId.PREFIX));
    CreateCertificate command =
        new CreateCertificate(
            id, certificate.type(), certificate.name().strip(), certificate.metadata());
    Answer<CertificateState> answer = desk.send(command, caller, IfMatch.ABSENT);
    return answer.created("/api/certs/" + id, CertificateAnswer.of(answer));
  }

  /** The body of POST /api/certs. */
  record NewCertificate(
      @NotNull(message = "is required") CertificateType type,
      @Name String name,
      @Schema(
              description =
                  "Any JSON object, at most 8 levels deep and 10,000 characters as JSON is written")
          @Nullable Map<String, Object> metadata) {}
}
