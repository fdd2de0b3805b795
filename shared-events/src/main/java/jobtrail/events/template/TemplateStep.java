package jobtrail.events.template;

import java.util.Objects;
import jobtrail.events.path.DependencyType;
import org.jspecify.annotations.Nullable;

/**
 * One step of a template. It has no identity: each path that is laid out from the template gets
 * steps of its own.
 *
 * @param location where in the shop the work is done
 * @param optional true when a serial may go without it
 */
public record TemplateStep(
    String name, @Nullable String location, boolean optional, DependencyType dependencyType) {

  public TemplateStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(dependencyType, "dependencyType");
  }
}
