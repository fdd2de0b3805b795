package jobtrail.command.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Routes;
import jobtrail.command.platform.Routes.KnownRoute;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.command.serial.SerialDecider.Issue;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.ledger.Appended;
import jobtrail.ledger.Counters;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.FreshStreams;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.NewEvent;
import jobtrail.ledger.QuickIds;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Issues serials: thousands of new streams and a note in the path's own, in one append. Goes to the
 * ledger directly, since Axon's queue of a unit of work grows with the square of its events.
 */
@Component
class SerialIssue {

  private static final int STRIPES = 64;
  private static final int PATIENCE_SECONDS = 5;

  private final Ledger ledger;
  private final Counters counters;
  private final Routes routes;
  private final EventTranslator translator;
  private final FreshStreams fresh;

  /**
   * Those who issue to one path take turns on this node; between nodes the path's stream decides.
   */
  private final List<ReentrantLock> turns =
      Stream.generate(() -> new ReentrantLock()).limit(STRIPES).toList();

  SerialIssue(
      Ledger ledger,
      Counters counters,
      Routes routes,
      EventTranslator translator,
      FreshStreams fresh) {
    this.ledger = ledger;
    this.counters = counters;
    this.routes = routes;
    this.translator = translator;
    this.fresh = fresh;
  }

  @CommandHandler
  Ruled<List<SerialCreated>> handle(CreateSerials command) {
    ReentrantLock turn = turns.get(Math.floorMod(command.pathId().hashCode(), STRIPES));
    if (!taken(turn)) {
      throw new LockAcquisitionFailedException("Too many issue serials to " + command.pathId());
    }
    try {
      KnownRoute path =
          routes
              .of(command.pathId())
              .filter(route -> !route.deleted())
              .orElseThrow(() ->
                  new SerialRefused(Reason.PATH_NOT_FOUND, "Path not found: " + command.pathId()));
      long first = counters.take("serial", command.quantity());
      Issue issue = SerialDecider.decide(command, path.route(), first);
      List<NewEvent> events = events(issue, path.version() + 1);
      Appended appended = ledger.append(events);
      Deliberation.stored(appended);
      if (issue.attached().isEmpty()) {
        remember(issue.serials(), events, appended);
      }
      routes.stored(command.pathId(), appended.lastPosition());
      long version = issue.attached().isEmpty() ? 0 : 1;
      return new Ruled<>(issue.serials(), version, new Times(), appended.recordedAt());
    } finally {
      turn.unlock();
    }
  }

  private static boolean taken(ReentrantLock turn) {
    try {
      return turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Each serial has one event; the path's own comes before them all. */
  private void remember(List<SerialCreated> serials, List<NewEvent> events, Appended appended) {
    MetaData carried = Deliberation.carried();
    for (int i = 0; i < serials.size(); i++) {
      fresh.begun(serials.get(i), events.get(i + 1).eventId(), carried, appended.recordedAt());
    }
  }

  private List<NewEvent> events(Issue issue, long pathVersion) {
    MetaData carried = Deliberation.carried();
    List<NewEvent> events = new ArrayList<>(issue.serials().size() + issue.attached().size() + 1);
    events.add(translator.toStore(issue.onPath(), pathVersion, QuickIds.next(), carried));
    for (int i = 0; i < issue.serials().size(); i++) {
      events.add(translator.toStore(issue.serials().get(i), 0, QuickIds.next(), carried));
      if (!issue.attached().isEmpty()) {
        events.add(translator.toStore(issue.attached().get(i), 1, QuickIds.next(), carried));
      }
    }
    return events;
  }
}
