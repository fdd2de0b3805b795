package jobtrail.command.serial;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.PlainCommands;
import jobtrail.command.platform.Trimmed;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.ForceCompleteSerial;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.ReleaseSerial;
import jobtrail.command.serial.SerialCommand.ReworkSerial;
import jobtrail.command.serial.SerialCommand.ScrapSerial;
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialRequests.Advance;
import jobtrail.command.serial.SerialRequests.AdvanceTo;
import jobtrail.command.serial.SerialRequests.ForceComplete;
import jobtrail.command.serial.SerialRequests.ReasonGiven;
import jobtrail.command.serial.SerialRequests.Rework;
import jobtrail.command.serial.SerialRequests.Scrap;
import jobtrail.command.serial.SerialRequests.Who;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves one serial along its path, back on it, or off it. */
@RestController
@RequestMapping(path = "/api/serials/{serialId}", produces = MediaType.APPLICATION_JSON_VALUE)
class SerialMoveController {

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final Clock clock;

  SerialMoveController(CommandDesk desk, KnownStreams streams, Clock clock, PlainCommands plain) {
    this.desk = desk;
    this.streams = streams;
    this.clock = clock;
    plain.serve("/api/serials/", "/advance", Advance.class, this::advance);
  }

  @PostMapping("/advance")
  @Operation(summary = "Move a serial to its next step; from the last one it is completed")
  @SerialAnswered
  ResponseEntity<Object> advance(
      @PathVariable String serialId,
      @Valid @RequestBody(required = false) @Nullable Advance move,
      IfMatch ifMatch,
      Caller caller) {
    AdvanceSerial command =
        new AdvanceSerial(
            streams.serial(serialId),
            move == null ? null : SerialRequests.stepOrNull(move.fromStepId()));
    return serial(command, move == null ? null : move.userId(), ifMatch, caller);
  }

  @PostMapping("/advance-to")
  @Operation(
      summary = "Move a serial to a later step; the number of steps means the end of the path")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Moved.class)))
  ResponseEntity<Object> advanceTo(
      @PathVariable String serialId,
      @Valid @RequestBody AdvanceTo move,
      IfMatch ifMatch,
      Caller caller) {
    AdvanceSerialTo command =
        new AdvanceSerialTo(
            streams.serial(serialId),
            SerialRequests.stepOrNull(move.fromStepId()),
            SerialRequests.target(move.targetStepIndex(), move.targetStepId()));
    Answer<SerialPlace> answer = desk.send(command, caller.actingAs(move.userId()), ifMatch);
    return answer.ok(new Moved(SerialAnswer.of(answer), Bypassed.of(answer.state())));
  }

  @PostMapping("/rework")
  @Operation(summary = "Send a serial back to an earlier step")
  @SerialAnswered
  ResponseEntity<Object> rework(
      @PathVariable String serialId,
      @Valid @RequestBody Rework rework,
      IfMatch ifMatch,
      Caller caller) {
    ReworkSerial command =
        new ReworkSerial(
            streams.serial(serialId),
            SerialRequests.target(rework.targetStepIndex(), rework.targetStepId()),
            rework.reason().strip());
    return serial(command, rework.userId(), ifMatch, caller);
  }

  @PostMapping("/undo")
  @Operation(summary = "Take back a serial's last move, within 10 minutes and by who made it")
  @SerialAnswered
  ResponseEntity<Object> undo(
      @PathVariable String serialId,
      @Valid @RequestBody(required = false) @Nullable Who who,
      IfMatch ifMatch,
      Caller caller) {
    Caller asking = caller.actingAs(Who.of(who));
    UndoMove command = new UndoMove(streams.serial(serialId), asking.actor(), clock.instant());
    return serial(command, null, ifMatch, asking);
  }

  @PostMapping("/hold")
  @Operation(summary = "Stop a serial where it stands")
  @SerialAnswered
  ResponseEntity<Object> hold(
      @PathVariable String serialId,
      @Valid @RequestBody ReasonGiven hold,
      IfMatch ifMatch,
      Caller caller) {
    HoldSerial command = new HoldSerial(streams.serial(serialId), hold.reason().strip());
    return serial(command, hold.userId(), ifMatch, caller);
  }

  @PostMapping("/release")
  @Operation(summary = "Let a held serial move again")
  @SerialAnswered
  ResponseEntity<Object> release(
      @PathVariable String serialId,
      @Valid @RequestBody ReasonGiven release,
      IfMatch ifMatch,
      Caller caller) {
    ReleaseSerial command = new ReleaseSerial(streams.serial(serialId), release.reason().strip());
    return serial(command, release.userId(), ifMatch, caller);
  }

  @PostMapping("/scrap")
  @Operation(summary = "Throw a unit away")
  @SerialAnswered
  ResponseEntity<Object> scrap(
      @PathVariable String serialId,
      @Valid @RequestBody Scrap scrap,
      IfMatch ifMatch,
      Caller caller) {
    ScrapSerial command =
        new ScrapSerial(streams.serial(serialId), scrap.reason(), Trimmed.of(scrap.explanation()));
    return serial(command, scrap.userId(), ifMatch, caller);
  }

  @PostMapping("/force-complete")
  @Operation(summary = "Declare a unit done although required work is open")
  @SerialAnswered
  ResponseEntity<Object> forceComplete(
      @PathVariable String serialId,
      @Valid @RequestBody(required = false) @Nullable ForceComplete done,
      IfMatch ifMatch,
      Caller caller) {
    ForceCompleteSerial command =
        new ForceCompleteSerial(
            streams.serial(serialId), done == null ? null : Trimmed.of(done.reason()));
    return serial(command, done == null ? null : done.userId(), ifMatch, caller);
  }

  private ResponseEntity<Object> serial(
      OfOne command, @Nullable String userId, IfMatch ifMatch, Caller caller) {
    Answer<SerialPlace> answer = desk.send(command, caller.actingAs(userId), ifMatch);
    return answer.ok(SerialAnswer.of(answer));
  }

  /** What advance-to answers. */
  record Moved(SerialAnswer serial, List<Bypassed> bypassed) {}

  /** A step that was gone past. */
  record Bypassed(StepId stepId, String stepName, BypassedStep.Classification classification) {

    static List<Bypassed> of(SerialPlace place) {
      return place.bypassed().stream()
          .map(step ->
              new Bypassed(step.stepId(), place.nameOf(step.stepId()), step.classification()))
          .toList();
    }
  }
}
