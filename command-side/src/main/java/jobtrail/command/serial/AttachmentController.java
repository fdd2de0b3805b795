package jobtrail.command.serial;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.serial.ManySerials.Outcome;
import jobtrail.command.serial.SerialCommand.AttachCertificate;
import jobtrail.command.serial.SerialHistory.Told;
import jobtrail.command.serial.SerialRequests.Attach;
import jobtrail.command.serial.SerialRequests.BatchAttach;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialId;
import jobtrail.http.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Attaches certificates to serials at the step where each stands; twice is once. */
@RestController
class AttachmentController {

  private final SerialOrders orders;
  private final KnownStreams streams;

  AttachmentController(SerialOrders orders, KnownStreams streams) {
    this.orders = orders;
    this.streams = streams;
  }

  @PostMapping(
      path = "/api/serials/{serialId}/attach-cert",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Attach a certificate to a serial at the step where it stands")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AttachmentAnswer.class)))
  ResponseEntity<Object> attach(
      @PathVariable String serialId,
      @Valid @RequestBody Attach attach,
      IfMatch ifMatch,
      Caller caller) {
    SerialId serial = streams.serial(serialId);
    CertificateId certificate = streams.certificate(attach.certId());
    Answer<List<Outcome>> answer =
        attached(List.of(serial), certificate, caller.actingAs(attach.userId()), ifMatch);
    return answer.many(200, AttachmentAnswer.of(answer.state().getFirst(), certificate));
  }

  @PostMapping(path = "/api/certs/batch-attach", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Attach a certificate to serials, each at its step: to all or to none")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = AttachmentAnswer.class))))
  ResponseEntity<Object> attachToMany(
      @Valid @RequestBody BatchAttach attach, IfMatch ifMatch, Caller caller) {
    CertificateId certificate = streams.certificate(attach.certId());
    Answer<List<Outcome>> answer =
        attached(
            SerialRequests.serials(attach.serialIds(), streams),
            certificate,
            caller.actingAs(attach.userId()),
            ifMatch);
    return answer.many(
        200, answer.state().stream().map(one -> AttachmentAnswer.of(one, certificate)).toList());
  }

  private Answer<List<Outcome>> attached(
      List<SerialId> serials, CertificateId certificate, Caller caller, IfMatch ifMatch) {
    return orders.allOrNothing(
        serials.stream().map(serial -> new AttachCertificate(serial, certificate)).toList(),
        caller,
        ifMatch);
  }

  /**
   * A certificate at a step of a serial.
   *
   * @param id the ledger's position of the event that attached it
   */
  record AttachmentAnswer(
      String id,
      SerialId serialId,
      CertificateId certId,
      StepId stepId,
      Instant attachedAt,
      String attachedBy) {

    static AttachmentAnswer of(Outcome outcome, CertificateId certificate) {
      StepId step = outcome.standing();
      Told told =
          outcome.told(event ->
              event instanceof SerialCertificateAttached attached
                  && attached.certificateId().equals(certificate)
                  && attached.stepId().equals(step));
      return new AttachmentAnswer(
          Long.toString(told.position()),
          outcome.serialId(),
          certificate,
          step,
          told.at(),
          told.actor());
    }
  }
}
