package jobtrail.command.platform;

import java.util.Optional;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;

/** Tells which path a step belongs to, for a request that names it without its path. */
public interface StepPaths {

  /** The path that has or had this step; empty when there is no such step. */
  Optional<PathId> pathOf(StepId stepId);
}
