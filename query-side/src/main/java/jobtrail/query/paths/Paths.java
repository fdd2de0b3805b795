package jobtrail.query.paths;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.query.platform.Stored;
import org.springframework.stereotype.Component;

/** The paths as other questions need them too. */
@Component
public class Paths {

  /** Name of the view. */
  public static final String VIEW = "paths";

  private final PathRows rows;
  private final StepPathSql steps;
  private final Stored stored;

  Paths(PathRows rows, StepPathSql steps, Stored stored) {
    this.rows = rows;
    this.steps = steps;
    this.stored = stored;
  }

  /** A path; empty when there is none, or it was deleted. */
  public Optional<PathView> byId(String pathId) {
    return rows.findById(pathId).map(this::view);
  }

  /** Those of these paths that there are, by id. */
  public Map<String, PathView> byIds(Collection<String> pathIds) {
    return rows.findAllById(pathIds).stream()
        .map(this::view)
        .collect(Collectors.toMap(PathView::id, Function.identity()));
  }

  /** A job's paths in the order they were laid out. */
  public List<PathView> ofJob(String jobId) {
    return rows.findByJobIdOrderByCreatedPosition(jobId).stream().map(this::view).toList();
  }

  /** Whether a path has this step, in use or retired. */
  public boolean knowsStep(String stepId) {
    return steps.routeWith(stepId).isPresent();
  }

  /**
   * The steps whose serials count at this one: the step itself and retired ones before it; none for
   * a retired step.
   */
  public List<String> countingAt(String stepId) {
    return steps
        .routeWith(stepId)
        .map(route -> stored.value(route, Route.class))
        .map(route -> route.countingAt(new StepId(stepId)).stream().map(StepId::value).toList())
        .orElse(List.of(stepId));
  }

  private PathView view(PathRow row) {
    return PathView.of(
        row, stored.value(row.route, Route.class), stored.value(row.assignees, Assignees.class));
  }
}
