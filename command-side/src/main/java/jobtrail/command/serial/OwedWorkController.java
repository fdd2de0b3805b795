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
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.serial.ManySerials.Outcome;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.OverrideStep;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.command.serial.SerialHistory.Told;
import jobtrail.command.serial.SerialRequests.Overrides;
import jobtrail.command.serial.SerialRequests.Waiver;
import jobtrail.command.serial.SerialRequests.Who;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialId;
import jobtrail.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settles what serials owe: deferred work done or waived, steps they may go without. */
@RestController
@RequestMapping(path = "/api/serials/{serialId}", produces = MediaType.APPLICATION_JSON_VALUE)
class OwedWorkController {

  private final CommandDesk desk;
  private final SerialOrders orders;
  private final KnownStreams streams;

  OwedWorkController(CommandDesk desk, SerialOrders orders, KnownStreams streams) {
    this.desk = desk;
    this.orders = orders;
    this.streams = streams;
  }

  @PostMapping("/complete-deferred/{stepId}")
  @Operation(summary = "Note that deferred work of a serial was done")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StepStatusAnswer.class)))
  ResponseEntity<Object> completeDeferred(
      @PathVariable String serialId,
      @PathVariable String stepId,
      @Valid @RequestBody(required = false) @Nullable Who who,
      IfMatch ifMatch,
      Caller caller) {
    StepId step = SerialRequests.step(stepId);
    CompleteDeferredStep command = new CompleteDeferredStep(streams.serial(serialId), step);
    return status(command, step, caller.actingAs(Who.of(who)), ifMatch);
  }

  @PostMapping("/waive-step/{stepId}")
  @Operation(summary = "Go without deferred work, on somebody's responsibility")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StepStatusAnswer.class)))
  ResponseEntity<Object> waive(
      @PathVariable String serialId,
      @PathVariable String stepId,
      @Valid @RequestBody Waiver waiver,
      IfMatch ifMatch,
      Caller caller) {
    StepId step = SerialRequests.step(stepId);
    String approver = waiver.approverId().strip();
    WaiveStep command =
        new WaiveStep(streams.serial(serialId), step, waiver.reason().strip(), approver);
    Caller asking = caller.actingAs(waiver.userId());
    // The Shop Planr API names nobody but the approver here.
    boolean nobodyNamed = asking.actor().equals(Caller.ANONYMOUS);
    return status(command, step, nobodyNamed ? caller.actingAs(approver) : asking, ifMatch);
  }

  @PostMapping("/overrides")
  @Operation(summary = "Let serials go without a step: all of them or none")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = OverrideAnswer.class))))
  ResponseEntity<Object> override(
      @PathVariable String serialId,
      @Valid @RequestBody Overrides overrides,
      IfMatch ifMatch,
      Caller caller) {
    StepId step = SerialRequests.step(overrides.stepId());
    List<String> named = overrides.serialIds() == null ? List.of(serialId) : overrides.serialIds();
    List<OverrideStep> commands =
        SerialRequests.serials(named, streams).stream()
            .map(id -> new OverrideStep(id, step, overrides.reason().strip()))
            .toList();
    Answer<List<Outcome>> answer =
        orders.allOrNothing(commands, caller.actingAs(overrides.userId()), ifMatch);
    return answer.many(
        200, answer.state().stream().map(one -> OverrideAnswer.of(one, step)).toList());
  }

  @DeleteMapping("/overrides/{stepId}")
  @Operation(summary = "Ask a serial for a step again that it could have gone without")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Reversed.class)))
  ResponseEntity<Object> reverse(
      @PathVariable String serialId,
      @PathVariable String stepId,
      @Valid @RequestBody(required = false) @Nullable Who who,
      IfMatch ifMatch,
      Caller caller) {
    ReverseOverride command =
        new ReverseOverride(streams.serial(serialId), SerialRequests.step(stepId));
    return desk.send(command, caller.actingAs(Who.of(who)), ifMatch).ok(new Reversed(true));
  }

  private ResponseEntity<Object> status(
      OfOne command, StepId step, Caller caller, IfMatch ifMatch) {
    Answer<SerialPlace> answer = desk.send(command, caller, ifMatch);
    return answer.ok(StepStatusAnswer.of(answer, step));
  }

  /** What DELETE answers, as the Shop Planr API has it. */
  record Reversed(boolean success) {}

  /** One step of one serial. */
  record StepStatusAnswer(
      String id,
      SerialId serialId,
      StepId stepId,
      int stepIndex,
      String status,
      Instant updatedAt) {

    static StepStatusAnswer of(Answer<SerialPlace> answer, StepId step) {
      SerialPlace place = answer.state();
      SerialId serial = place.serial().travel().serialId();
      return new StepStatusAnswer(
          "snss_" + serial + "_" + step,
          serial,
          step,
          place.route().indexOf(step),
          Words.of(place.serial().statusOf(step, place.route())),
          answer.updatedAt());
    }
  }

  /** Leave for one serial to go without a step. */
  record OverrideAnswer(
      String id,
      SerialId serialId,
      StepId stepId,
      boolean active,
      String reason,
      String createdBy,
      Instant createdAt) {

    static OverrideAnswer of(Outcome outcome, StepId step) {
      Told told =
          outcome.told(
              event -> event instanceof SerialStepOverridden made && made.stepId().equals(step));
      return new OverrideAnswer(
          "snso_" + outcome.serialId() + "_" + told.sequence(),
          outcome.serialId(),
          step,
          true,
          ((SerialStepOverridden) told.event()).reason(),
          told.actor(),
          told.at());
    }
  }
}
