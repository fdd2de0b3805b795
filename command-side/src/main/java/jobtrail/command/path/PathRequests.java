package jobtrail.command.path;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import jobtrail.command.path.PathCommand.StepDraft;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.Trimmed;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.http.Id;
import jobtrail.http.Name;
import jobtrail.http.OptionalName;
import jobtrail.http.Quantity;
import org.jspecify.annotations.Nullable;

/** What people send about paths. */
final class PathRequests {

  private static final int MOST_STEPS = 1000;
  private static final String STEP_COUNT = "must have 1 to 1000 items";

  private PathRequests() {}

  /** The body of POST /api/paths. */
  record PathPlan(
      @Id String jobId,
      @Name String name,
      @Quantity Integer goalQuantity,
      @Nullable AdvancementMode advancementMode,
      @NotNull(message = "is required") @Size(min = 1, max = MOST_STEPS, message = STEP_COUNT)
          List<@Valid @NotNull(message = "is required") PlannedStep> steps) {

    AdvancementMode mode() {
      return Objects.requireNonNullElse(advancementMode, AdvancementMode.STRICT);
    }
  }

  /** A step of a new path. */
  record PlannedStep(
      @Name String name,
      @OptionalName @Nullable String location,
      @Nullable Boolean optional,
      @Nullable DependencyType dependencyType) {

    Step step(NewIds ids) {
      return new StepDraft(
              null,
              new StepId(ids.next(StepId.PREFIX)),
              name,
              Trimmed.of(location),
              optional,
              dependencyType)
          .fresh(name.strip());
    }
  }

  /** The body of PUT /api/paths/{id}. */
  record PathChanges(
      @OptionalName @Nullable String name,
      @Quantity(required = false) @Nullable Integer goalQuantity,
      @Nullable AdvancementMode advancementMode,
      @Size(min = 1, max = MOST_STEPS, message = STEP_COUNT)
          @Nullable List<@Valid @NotNull(message = "is required") ChangedStep> steps) {}

  /** A step of a path that is changed: {@code id} names the one it is, or its name does. */
  record ChangedStep(
      @Id(required = false) @Nullable String id,
      @OptionalName @Nullable String name,
      @OptionalName @Nullable String location,
      @Nullable Boolean optional,
      @Nullable DependencyType dependencyType) {

    StepDraft draft(NewIds ids) {
      return new StepDraft(
          id == null ? null : stepId(id),
          new StepId(ids.next(StepId.PREFIX)),
          Trimmed.of(name),
          Trimmed.of(location),
          optional,
          dependencyType);
    }

    private static StepId stepId(String id) {
      try {
        return new StepId(id);
      } catch (IllegalArgumentException e) {
        throw new PathRefused(PathRefused.Reason.STEP_UNKNOWN, "ProcessStep not found: " + id);
      }
    }
  }

  /** The body of PATCH /api/paths/{id}/advancement-mode. */
  record ModeChange(@NotNull(message = "is required") AdvancementMode advancementMode) {}
}
