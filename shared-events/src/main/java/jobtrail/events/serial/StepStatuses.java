package jobtrail.events.serial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jobtrail.events.path.Route;
import jobtrail.events.path.Route.Stop;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/**
 * How far one serial is with every step of its path. Its events tell the steps it came to; what the
 * others are follows from where they lie in the route now.
 *
 * @param recorded the steps that an event of the serial has spoken of
 */
public record StepStatuses(Map<StepId, StepStatus> recorded) {

  /** Of a serial to which nothing has happened. */
  public static final StepStatuses NONE = new StepStatuses(Map.of());

  public StepStatuses {
    recorded = Map.copyOf(recorded);
  }

  /** The statuses after these changes. */
  public StepStatuses after(List<StepMark> marks) {
    if (marks.isEmpty()) {
      return this;
    }
    Map<StepId, StepStatus> changed = new HashMap<>(recorded);
    for (StepMark mark : marks) {
      if (mark.status() == null) {
        changed.remove(mark.stepId());
      } else {
        changed.put(mark.stepId(), mark.status());
      }
    }
    return new StepStatuses(changed);
  }

  /** What is different in later statuses of the same serial, in the route's order. */
  public List<StatusChange> changesTo(StepStatuses later, Route route) {
    List<StatusChange> changes = new ArrayList<>();
    for (Stop stop : route.steps()) {
      StepId stepId = stop.step().stepId();
      StepStatus before = recorded.get(stepId);
      StepStatus after = later.recorded.get(stepId);
      if (before != after) {
        changes.add(new StatusChange(stepId, before, after));
      }
    }
    return List.copyOf(changes);
  }

  /**
   * A step's status. One that no event has spoken of is still to come, unless it lies behind where
   * the serial stands: then it was put there later, and the serial goes without it.
   *
   * @param standing where the serial stands, or stood when it was scrapped or declared done; null
   *     when it has left its path at the end
   */
  public StepStatus of(StepId stepId, Route route, @Nullable StepId standing) {
    StepStatus status = recorded.get(stepId);
    if (status != null) {
      return status;
    }
    return standing == null || route.liesBefore(stepId, standing)
        ? StepStatus.SKIPPED
        : StepStatus.PENDING;
  }
}
