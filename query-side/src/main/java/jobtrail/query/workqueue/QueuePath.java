package jobtrail.query.workqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/** What the queues keep of a path; its steps' rows follow from it. */
final class QueuePath {

  /** Steps of one path at most; each has a place of its own in the queues. */
  private static final int PLACES = 1_000;

  final String pathId;
  final String jobId;
  final long createdPosition;
  int goalQuantity;
  long issued;
  long scrapped;
  Route route;
  final SortedMap<String, String> assignees = new TreeMap<>();

  QueuePath(String pathId, String jobId, long createdPosition, int goalQuantity, Route route) {
    this.pathId = pathId;
    this.jobId = jobId;
    this.createdPosition = createdPosition;
    this.goalQuantity = goalQuantity;
    this.route = route;
  }

  String firstStep() {
    return route.firstStep().stepId().value();
  }

  /** Every step that serials may stand on, the retired ones too. */
  List<QueueStep> steps() {
    List<Step> inUse = route.activeSteps();
    List<QueueStep> steps = new ArrayList<>();
    for (Route.Stop stop : route.steps()) {
      int index = indexOf(stop.step().stepId());
      steps.add(
          step(
              stop.step(),
              inUse.get(index).stepId().value(),
              index,
              inUse.size(),
              index == 0 ? null : inUse.get(index - 1),
              index + 1 == inUse.size() ? null : inUse.get(index + 1)));
    }
    return steps;
  }

  private QueueStep step(
      Step step,
      String countsAt,
      int order,
      int total,
      @Nullable Step previous,
      @Nullable Step next) {
    String stepId = step.stepId().value();
    return new QueueStep(
        stepId,
        pathId,
        jobId,
        countsAt,
        createdPosition * PLACES + order,
        order,
        total,
        step.name(),
        step.location(),
        assignees.get(stepId),
        previous == null ? null : previous.stepId().value(),
        previous == null ? null : previous.name(),
        next == null ? null : next.stepId().value(),
        next == null ? null : next.name(),
        next == null ? null : next.location());
  }

  /** Where serials on a step count: a retired one behind the last step in use counts at that. */
  private int indexOf(StepId stepId) {
    return Math.min(route.indexOf(stepId), route.activeSteps().size() - 1);
  }
}
