package jobtrail.command.platform;

import java.util.List;
import java.util.Optional;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;

/** Looks through what happened to paths; asked only about steps that a route did not know. */
final class StepSearch implements StepPaths {

  private static final int PAGE = 1_000;

  private final Ledger ledger;
  private final EventTranslator translator;

  StepSearch(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  @Override
  public Optional<PathId> pathOf(StepId stepId) {
    long end = ledger.head().position();
    long from = 0;
    List<StoredEvent> page;
    do {
      page = ledger.ofPaths(from, end, PAGE);
      for (StoredEvent stored : page) {
        PathEvent event = (PathEvent) translator.fact(stored);
        if (stepsOf(event).stream().anyMatch(step -> step.stepId().equals(stepId))) {
          return Optional.of(event.pathId());
        }
        from = stored.position();
      }
    } while (page.size() == PAGE);
    return Optional.empty();
  }

  private static List<Step> stepsOf(PathEvent event) {
    return switch (event) {
      case PathCreated created -> created.steps();
      case PathStepsChanged changed -> changed.steps();
      default -> List.of();
    };
  }
}
