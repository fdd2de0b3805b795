package jobtrail.command.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Objects;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.Appended;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.QuickIds;
import jobtrail.ledger.StreamConflict;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where every command is handed in. Sends it to its handler and sees to it that no answer rests on
 * old knowledge: a command that collides with another is decided once more, and a "no", a "nothing
 * to do" or a stale version stands only if it was ruled on the stream's last version.
 */
public final class CommandDesk {

  /**
   * A command gives up only after this many tries and this long: a busier node may win many times
   * in a row, and those of this node wait for one another between their tries.
   */
  private static final int MANY_TRIES = 20;

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final CommandGateway gateway;
  private final Ledger ledger;
  private final AggregateCache cache;
  private final Routes routes;
  private final MeterRegistry meters;

  CommandDesk(
      CommandGateway gateway,
      Ledger ledger,
      AggregateCache cache,
      Routes routes,
      MeterRegistry meters) {
    this.gateway = gateway;
    this.ledger = ledger;
    this.cache = cache;
    this.routes = routes;
    this.meters = meters;
  }

  /**
   * Rules on a command and stores its events.
   *
   * @throws CommandRefused when the rules say no; nothing was stored
   * @throws RequestRefused 503 when others were faster again and again
   */
  public <S> Answer<S> send(Addressed command, Caller caller, IfMatch ifMatch) {
    Timer.Sample started = Timer.start(meters);
    String outcome = "failed";
    try {
      Answer<S> answer = decide(command, caller, ifMatch);
      outcome = "done";
      return answer;
    } catch (CommandRefused refused) {
      outcome = "refused";
      throw refused;
    } finally {
      started.stop(
          Timer.builder("jobtrail.commands")
              .description("Commands by kind and outcome")
              .publishPercentileHistogram()
              .tag("command", command.getClass().getSimpleName())
              .tag("outcome", outcome)
              .register(meters));
    }
  }

  private <S> Answer<S> decide(Addressed command, Caller caller, IfMatch ifMatch) {
    String streamId = command.streamId();
    long started = System.nanoTime();
    for (int tries = 0;
        tries < MANY_TRIES || System.nanoTime() - started < PATIENCE_NANOS;
        tries++) {
      String commandId = QuickIds.next();
      Deliberation deliberation = new Deliberation(ifMatch, caller.metadata(commandId));
      try {
        Ruled<S> ruled =
            Objects.requireNonNull(gateway.sendAndWait(message(command, commandId, deliberation)));
        Appended appended = deliberation.appended();
        if (appended != null) {
          return stored(ruled, appended);
        }
        if (isLast(deliberation, streamId)) {
          return new Answer<>(
              ruled.state(),
              ruled.version(),
              ledger.head().position(),
              ruled.times().created(),
              ruled.updatedBefore());
        }
      } catch (StreamConflict collision) {
        meters.counter("jobtrail.commands.collisions").increment();
      } catch (CommandRefused refused) {
        if (isLast(deliberation, streamId)) {
          // What caused the refusal may come from another node: the answer's position has to cover
          // it.
          ledger.head();
          throw refused;
        }
      }
      forget(streamId);
    }
    throw RequestRefused.unavailable(
        "too-busy", "Others change " + streamId + " all the time; nothing was stored");
  }

  private static <S> Answer<S> stored(Ruled<S> ruled, Appended appended) {
    Instant created = ruled.times().created();
    // A stream's first event gives both times.
    Instant createdAt = ruled.version() == 0 ? appended.recordedAt() : created;
    return new Answer<>(
        ruled.state(), ruled.version(), appended.lastPosition(), createdAt, appended.recordedAt());
  }

  /** Only the deliberation goes with the message: what its events carry is taken from there. */
  private static CommandMessage<Object> message(
      Object command, String commandId, Deliberation deliberation) {
    MetaData metadata = MetaData.with(Deliberation.KEY, deliberation);
    return new GenericCommandMessage<>(
        new GenericMessage<>(commandId, command, metadata), command.getClass().getName());
  }

  private boolean isLast(Deliberation deliberation, String streamId) {
    @Nullable Long decidedAt = deliberation.decidedAt();
    return decidedAt == null
        || ledger.lastSequenceNumber(streamId).filter(decidedAt::equals).isPresent();
  }

  /** A stream has grown past its aggregate, which is read anew the next time it is needed. */
  public void grown(String streamId) {
    cache.remove(streamId);
  }

  /** What this node remembers of a stream may be old; the next look reads the ledger. */
  private void forget(String streamId) {
    cache.remove(streamId);
    routes.forget(streamId);
  }
}
