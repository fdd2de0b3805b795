package jobtrail.command.serial;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.Storing;
import jobtrail.command.platform.Trimmed;
import jobtrail.command.serial.ManySerials.Outcome;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.ScrapSerial;
import jobtrail.command.serial.SerialMoveController.Bypassed;
import jobtrail.command.serial.SerialRequests.BatchAdvance;
import jobtrail.command.serial.SerialRequests.BatchAdvanceTo;
import jobtrail.command.serial.SerialRequests.BatchHold;
import jobtrail.command.serial.SerialRequests.BatchScrap;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Does the same to many serials, with a result for each. */
@RestController
@RequestMapping(path = "/api/serials", produces = MediaType.APPLICATION_JSON_VALUE)
class SerialBatchController {

  private static final String ATOMIC = "false";

  private final SerialOrders orders;

  SerialBatchController(SerialOrders orders) {
    this.orders = orders;
  }

  @PostMapping("/advance")
  @Operation(summary = "Move serials to their next step")
  @Results
  ResponseEntity<Object> advance(
      @Valid @RequestBody BatchAdvance batch,
      @RequestParam(defaultValue = ATOMIC) boolean atomic,
      IfMatch ifMatch,
      Caller caller) {
    StepId from = SerialRequests.stepOrNull(batch.fromStepId());
    return each(
        batch.serialIds(),
        id -> new AdvanceSerial(id, from),
        atomic,
        caller.actingAs(batch.userId()),
        ifMatch);
  }

  @PostMapping("/advance-to")
  @Operation(summary = "Move serials to a later step")
  @Results
  ResponseEntity<Object> advanceTo(
      @Valid @RequestBody BatchAdvanceTo batch,
      @RequestParam(defaultValue = ATOMIC) boolean atomic,
      IfMatch ifMatch,
      Caller caller) {
    StepId from = SerialRequests.stepOrNull(batch.fromStepId());
    SerialCommand.Target target =
        SerialRequests.target(batch.targetStepIndex(), batch.targetStepId());
    return each(
        batch.serialIds(),
        id -> new AdvanceSerialTo(id, from, target),
        atomic,
        caller.actingAs(batch.userId()),
        ifMatch);
  }

  @PostMapping("/scrap")
  @Operation(summary = "Throw units away")
  @Results
  ResponseEntity<Object> scrap(
      @Valid @RequestBody BatchScrap batch,
      @RequestParam(defaultValue = ATOMIC) boolean atomic,
      IfMatch ifMatch,
      Caller caller) {
    String explanation = Trimmed.of(batch.explanation());
    return each(
        batch.serialIds(),
        id -> new ScrapSerial(id, batch.reason(), explanation),
        atomic,
        caller.actingAs(batch.userId()),
        ifMatch);
  }

  @PostMapping("/hold")
  @Operation(summary = "Stop serials where they stand")
  @Results
  ResponseEntity<Object> hold(
      @Valid @RequestBody BatchHold batch,
      @RequestParam(defaultValue = ATOMIC) boolean atomic,
      IfMatch ifMatch,
      Caller caller) {
    String reason = batch.reason().strip();
    return each(
        batch.serialIds(),
        id -> new HoldSerial(id, reason),
        atomic,
        caller.actingAs(batch.userId()),
        ifMatch);
  }

  /** What cannot even be a serial number has its result too, beside those of the others. */
  private ResponseEntity<Object> each(
      List<String> named,
      Function<SerialId, OfOne> command,
      boolean atomic,
      Caller caller,
      IfMatch ifMatch) {
    Set<String> ids = new LinkedHashSet<>(named);
    List<OfOne> commands =
        ids.stream().map(SerialId::parsed).flatMap(Optional::stream).map(command).toList();
    boolean complete = commands.size() == ids.size();
    Map<String, Result> results = new LinkedHashMap<>();
    ids.forEach(id -> results.put(id, Result.unknown(id)));
    if (commands.isEmpty()) {
      return ResponseEntity.status(atomic ? 409 : 200).body(BatchResult.of(results));
    }
    Storing storing = atomic ? complete ? Storing.ALL_OR_NOTHING : Storing.NOTHING : Storing.EACH;
    Answer<List<Outcome>> answer = orders.send(commands, storing, caller, ifMatch);
    boolean refused =
        atomic
            && (!complete
                || answer.state().stream().anyMatch(outcome -> outcome.refused() != null));
    for (Outcome outcome : answer.state()) {
      results.put(outcome.serialId().value(), Result.of(outcome, refused));
    }
    return answer.many(refused ? 409 : 200, BatchResult.of(results));
  }

  /** What a batch answers. */
  record BatchResult(List<Result> results) {

    static BatchResult of(Map<String, Result> byId) {
      return new BatchResult(List.copyOf(byId.values()));
    }
  }

  /**
   * What became of one serial.
   *
   * @param status ok or refused
   * @param serial as the batch left it; null when there is none, or nothing was stored at all
   * @param bypassed steps it went past; null when it went past none
   * @param code why it was refused; null when it was not
   */
  record Result(
      String id,
      String status,
      @Nullable SerialAnswer serial,
      @Nullable List<Bypassed> bypassed,
      @Nullable String code,
      @Nullable String message) {

    static Result unknown(String id) {
      RequestRefused refused = RequestRefused.notFound("Serial", id);
      return new Result(id, "refused", null, null, refused.code(), refused.detail());
    }

    static Result of(Outcome outcome, boolean nothingStored) {
      String id = outcome.serialId().value();
      SerialRefused refused = outcome.refused();
      if (refused != null) {
        SerialAnswer found = outcome.before() == null ? null : outcome.asFound();
        return new Result(id, "refused", found, null, refused.code(), refused.getMessage());
      }
      if (nothingStored) {
        return new Result(id, "ok", null, null, null, null);
      }
      SerialPlace place = Objects.requireNonNull(outcome.after());
      SerialAnswer serial =
          SerialAnswer.of(
              place, Objects.requireNonNull(outcome.before()).createdAt(), outcome.updatedAt());
      List<Bypassed> bypassed = Bypassed.of(place);
      return new Result(id, "ok", serial, bypassed.isEmpty() ? null : bypassed, null, null);
    }
  }

  @ApiResponse(
      responseCode = "200",
      description = "A result for each serial, in the order asked",
      content = @Content(schema = @Schema(implementation = BatchResult.class)))
  @ApiResponse(
      responseCode = "409",
      description = "Asked for all or nothing, and one was refused: nothing was stored",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = BatchResult.class)))
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Results {}
}
