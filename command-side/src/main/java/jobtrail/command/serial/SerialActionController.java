package jobtrail.command.serial;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.Routes;
import jobtrail.command.serial.Because.Cause;
import jobtrail.command.serial.Because.PathTold;
import jobtrail.command.serial.SerialActions.Action;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.http.ETags;
import jobtrail.http.LedgerPosition;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what can be done to a serial and why something cannot; reads the ledger, no view. */
@RestController
@RequestMapping(path = "/api/serials/{serialId}", produces = MediaType.APPLICATION_JSON_VALUE)
class SerialActionController {

  private final KnownStreams streams;
  private final Routes routes;
  private final Ledger ledger;
  private final EventTranslator translator;
  private final Clock clock;

  SerialActionController(
      KnownStreams streams, Routes routes, Ledger ledger, EventTranslator translator, Clock clock) {
    this.streams = streams;
    this.routes = routes;
    this.ledger = ledger;
    this.translator = translator;
    this.clock = clock;
  }

  @GetMapping("/actions")
  @Operation(summary = "Every action on a serial: allowed or not, by which rule, and since when")
  ResponseEntity<List<ActionView>> actions(@PathVariable String serialId, Caller caller) {
    SerialHistory serial = history(serialId);
    Route route = route(serial);
    Instant now = clock.instant();
    Because because = new Because(serial, route, path(route), now);
    List<ActionView> views =
        SerialActions.of(serial.state(), route, serial.last(), caller.actor(), now).stream()
            .map(action -> ActionView.of(action, because))
            .toList();
    return answer(serial, views);
  }

  @GetMapping("/can-complete")
  @Operation(summary = "Whether a serial could be completed, once the step it stands on is done")
  ResponseEntity<CanComplete> canComplete(@PathVariable String serialId) {
    SerialHistory serial = history(serialId);
    List<Blocker> blockers =
        OwedWork.blockers(serial.state(), route(serial)).stream().map(Blocker::of).toList();
    boolean onItsWay = serial.state() instanceof SerialState.InProgress;
    return answer(serial, new CanComplete(onItsWay && blockers.isEmpty(), blockers));
  }

  private <T> ResponseEntity<T> answer(SerialHistory serial, T body) {
    return ResponseEntity.ok()
        .eTag(ETags.of(serial.version()))
        .header(LedgerPosition.HEADER, Long.toString(seen(serial)))
        .body(body);
  }

  /** The serial may have been changed by another node, of which this one has not heard yet. */
  private long seen(SerialHistory serial) {
    return Math.max(ledger.knownHead(), serial.told().getLast().position());
  }

  private SerialHistory history(String serialId) {
    List<StoredEvent> stream = ledger.stream(streams.serial(serialId).value(), 0);
    if (stream.isEmpty()) {
      throw RequestRefused.notFound("Serial", serialId);
    }
    return SerialHistory.of(stream, translator);
  }

  private Route route(SerialHistory serial) {
    Travel travel = serial.state().travel();
    return routes.routeOf(travel.pathId(), travel.routeRevision());
  }

  private List<PathTold> path(Route route) {
    return ledger.stream(route.pathId().value(), 0).stream()
        .map(stored -> {
          DomainEventMessage<?> message = translator.message(stored);
          return new PathTold(
              (PathEvent) message.getPayload(),
              String.valueOf(message.getMetaData().getOrDefault("actor", Caller.ANONYMOUS)),
              stored.recordedAt(),
              stored.position());
        })
        .toList();
  }

  /**
   * One action on a serial.
   *
   * @param stepId the step it would be about; null when it is about none, or the path's end
   * @param code why not; null when it is allowed
   * @param rule the same in the shop's words
   * @param because the event that this goes back to; null when it goes back to none
   * @param whoMay who can lift it; null when nobody can
   */
  record ActionView(
      String action,
      @Nullable StepId stepId,
      boolean allowed,
      @Nullable String code,
      @Nullable String rule,
      @Nullable Cause because,
      @Nullable String whoMay) {

    static ActionView of(Action action, Because because) {
      SerialRefused refused = action.refused();
      return new ActionView(
          action.action(),
          action.stepId(),
          action.allowed(),
          refused == null ? null : refused.code(),
          refused == null ? null : refused.getMessage(),
          because.of(action),
          because.whoMay(action));
    }
  }

  /** Whether a serial could be completed, and what is in the way. */
  record CanComplete(boolean canComplete, List<Blocker> blockers) {}

  /** A required step that is open. */
  record Blocker(StepId stepId, String stepName, String status) {

    static Blocker of(OwedWork.Blocker blocker) {
      return new Blocker(blocker.stepId(), blocker.stepName(), Words.of(blocker.status()));
    }
  }
}
