package jobtrail.events.path;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path, such as "Anodise". Its id stays the same for as long as the path lives; its
 * place is its index in the path.
 *
 * @param location where in the shop the work is done
 * @param optional true when a serial may go without it
 */
public record Step(
    StepId stepId,
    String name,
    @Nullable String location,
    boolean optional,
    DependencyType dependencyType) {

  public Step {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(dependencyType, "dependencyType");
  }
}
