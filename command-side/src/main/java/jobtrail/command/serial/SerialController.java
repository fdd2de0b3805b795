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
import jobtrail.command.platform.PlainCommands;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.events.job.JobId;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;
import jobtrail.http.Id;
import jobtrail.http.IfMatch;
import jobtrail.http.Quantity;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues serials and moves them along their path. */
@RestController
@RequestMapping(path = "/api/serials", produces = MediaType.APPLICATION_JSON_VALUE)
class SerialController {

  private static final int MOST_AT_ONCE = 10_000;

  private final CommandDesk desk;
  private final KnownStreams streams;

  SerialController(CommandDesk desk, KnownStreams streams, PlainCommands plain) {
    this.desk = desk;
    this.streams = streams;
    plain.serve(
        "/api/serials/", "/advance", (id, ifMatch, caller) -> advance(id, null, ifMatch, caller));
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
    if (order.certId() != null) {
      throw RequestRefused.notFound("Certificate", order.certId());
    }
    Answer<List<SerialCreated>> answer =
        desk.send(
            new CreateSerials(route.pathId(), order.quantity()),
            caller.actingAs(order.userId()),
            IfMatch.ABSENT);
    // The path's stream has grown beside this node's copy of it.
    desk.grown(route.pathId().value());
    List<SerialAnswer> serials =
        answer.state().stream().map(serial -> SerialAnswer.of(serial, answer.createdAt())).toList();
    return serials.size() == 1
        ? answer.created("/api/serials/" + serials.getFirst().id(), serials)
        : answer.createdMany("/api/serials?pathId=" + route.pathId(), serials);
  }

  @PostMapping("/{serialId}/advance")
  @Operation(summary = "Move a serial to its next step; from the last one it is completed")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SerialAnswer.class)))
  ResponseEntity<Object> advance(
      @PathVariable String serialId,
      @Valid @RequestBody(required = false) @Nullable Move move,
      IfMatch ifMatch,
      Caller caller) {
    SerialId id = streams.serial(serialId);
    Caller mover = caller.actingAs(move == null ? null : move.userId());
    Answer<SerialPlace> answer = desk.send(new AdvanceSerial(id), mover, ifMatch);
    return answer.ok(SerialAnswer.of(answer));
  }

  /** The body of POST /api/serials. */
  record SerialOrder(
      @Id String jobId,
      @Id String pathId,
      @Quantity(max = MOST_AT_ONCE) Integer quantity,
      @Id(required = false) @Nullable String certId,
      @Id(required = false) @Nullable String userId) {}

  /** The body of a move; it may be missing. */
  record Move(@Id(required = false) @Nullable String userId) {}
}
