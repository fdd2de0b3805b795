package jobtrail.command.serial;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.command.serial.SerialRequests.SerialOrder;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.job.JobId;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues serials. */
@RestController
@RequestMapping(path = "/api/serials", produces = MediaType.APPLICATION_JSON_VALUE)
class SerialController {

  private final CommandDesk desk;
  private final KnownStreams streams;

  SerialController(CommandDesk desk, KnownStreams streams) {
    this.desk = desk;
    this.streams = streams;
  }

  @PostMapping
  @Operation(summary = "Issue serials to a path, with consecutive numbers")
  @ApiResponse(
      responseCode = "201",
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = SerialAnswer.class))))
  ResponseEntity<Object> create(@Valid @RequestBody SerialOrder order, Caller caller) {
    JobId jobId = streams.job(order.jobId());
    Route route = streams.path(order.pathId()).route();
    if (!route.jobId().equals(jobId)) {
      throw RequestRefused.invalid("jobId", "is not the job of path " + route.pathId());
    }
    CertificateId certificate = order.certId() == null ? null : streams.certificate(order.certId());
    Answer<List<SerialCreated>> answer =
        desk.send(
            new CreateSerials(route.pathId(), order.quantity(), certificate),
            caller.actingAs(order.userId()),
            IfMatch.ABSENT);
    // The path's stream has grown beside this node's copy of it.
    desk.grown(route.pathId().value());
    List<SerialAnswer> serials =
        answer.state().stream().map(serial -> SerialAnswer.of(serial, answer.updatedAt())).toList();
    return serials.size() == 1
        ? answer.created("/api/serials/" + serials.getFirst().id(), serials)
        : answer.createdMany("/api/serials?pathId=" + route.pathId(), serials);
  }
}
