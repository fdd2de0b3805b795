package jobtrail.command.path;

import java.util.Set;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;

/**
 * Tells which steps of a path serials stand on or owe, as of the ledger's end at the time of
 * asking.
 */
@FunctionalInterface
interface OccupiedSteps {

  Set<StepId> of(PathId pathId);
}
