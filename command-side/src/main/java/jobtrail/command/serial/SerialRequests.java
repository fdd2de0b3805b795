package jobtrail.command.serial;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.serial.SerialCommand.Target;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialId;
import jobtrail.http.Id;
import jobtrail.http.Quantity;
import jobtrail.http.RequestRefused;
import jobtrail.http.Text;
import org.jspecify.annotations.Nullable;

/** What people send about serials. */
final class SerialRequests {

  /** Most serials that one call makes. */
  static final int MOST_AT_ONCE = 10_000;

  private static final int MOST_NAMED = 1_000;
  private static final String NAMED_COUNT = "must have 1 to 1000 items";
  private static final String REQUIRED = "is required";

  private SerialRequests() {}

  /** The body of POST /api/serials. */
  record SerialOrder(
      @Id String jobId,
      @Id String pathId,
      @Quantity(max = MOST_AT_ONCE) Integer quantity,
      @Id(required = false) @Nullable String certId,
      @Id(required = false) @Nullable String userId) {}

  /** A body that says no more than who; it may be missing. */
  record Who(@Id(required = false) @Nullable String userId) {

    static @Nullable String of(@Nullable Who who) {
      return who == null ? null : who.userId();
    }
  }

  /** The body of POST …/advance; it may be missing. */
  record Advance(
      @Id(required = false) @Nullable String fromStepId,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/advance-to. */
  record AdvanceTo(
      @Nullable Integer targetStepIndex,
      @Id(required = false) @Nullable String targetStepId,
      @Id(required = false) @Nullable String fromStepId,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/rework. */
  record Rework(
      @Nullable Integer targetStepIndex,
      @Id(required = false) @Nullable String targetStepId,
      @Text(required = true) String reason,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/scrap. */
  record Scrap(
      @NotNull(message = REQUIRED) ScrapReason reason,
      @Text @Nullable String explanation,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/force-complete; it may be missing. */
  record ForceComplete(
      @Text @Nullable String reason, @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/hold and …/release. */
  record ReasonGiven(
      @Text(required = true) String reason, @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/waive-step/{stepId}. */
  record Waiver(
      @Text(required = true) String reason,
      @Id String approverId,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/overrides. */
  record Overrides(
      @Size(min = 1, max = MOST_NAMED, message = NAMED_COUNT) @Nullable List<@Id String> serialIds,
      @Id String stepId,
      @Text(required = true) String reason,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST …/attach-cert. */
  record Attach(@Id String certId, @Id(required = false) @Nullable String userId) {}

  /** The body of POST /api/certs/batch-attach. */
  record BatchAttach(
      @Id String certId,
      @NotNull(message = REQUIRED) @Size(min = 1, max = MOST_NAMED, message = NAMED_COUNT)
          List<@Id String> serialIds,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST /api/serials/advance. */
  record BatchAdvance(
      @NotNull(message = REQUIRED) @Size(min = 1, max = MOST_NAMED, message = NAMED_COUNT)
          List<@Id String> serialIds,
      @Id(required = false) @Nullable String fromStepId,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST /api/serials/advance-to. */
  record BatchAdvanceTo(
      @NotNull(message = REQUIRED) @Size(min = 1, max = MOST_NAMED, message = NAMED_COUNT)
          List<@Id String> serialIds,
      @Nullable Integer targetStepIndex,
      @Id(required = false) @Nullable String targetStepId,
      @Id(required = false) @Nullable String fromStepId,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST /api/serials/scrap. */
  record BatchScrap(
      @NotNull(message = REQUIRED) @Size(min = 1, max = MOST_NAMED, message = NAMED_COUNT)
          List<@Id String> serialIds,
      @NotNull(message = REQUIRED) ScrapReason reason,
      @Text @Nullable String explanation,
      @Id(required = false) @Nullable String userId) {}

  /** The body of POST /api/serials/hold. */
  record BatchHold(
      @NotNull(message = REQUIRED) @Size(min = 1, max = MOST_NAMED, message = NAMED_COUNT)
          List<@Id String> serialIds,
      @Text(required = true) String reason,
      @Id(required = false) @Nullable String userId) {}

  /**
   * Where a body wants serials to go.
   *
   * @throws RequestRefused 400 when it names no step, or names it twice
   */
  static Target target(@Nullable Integer index, @Nullable String stepId) {
    if (stepId != null) {
      if (index != null) {
        throw RequestRefused.invalid("targetStepId", "cannot be given besides targetStepIndex");
      }
      return new Target.ById(step(stepId));
    }
    if (index == null) {
      throw RequestRefused.invalid("targetStepIndex", "is required, or targetStepId");
    }
    if (index < 0) {
      throw RequestRefused.invalid("targetStepIndex", "must be 0 or greater");
    }
    return new Target.ByIndex(index);
  }

  /**
   * The step with this id; whether the serial's path has it is ruled later.
   *
   * @throws SerialRefused 404 when it cannot be an id of a step
   */
  static StepId step(String id) {
    try {
      return new StepId(id);
    } catch (IllegalArgumentException e) {
      throw new SerialRefused(Reason.STEP_UNKNOWN, "ProcessStep not found: " + id);
    }
  }

  /** The step with this id; null when none is given. */
  static @Nullable StepId stepOrNull(@Nullable String id) {
    return id == null ? null : step(id);
  }

  /** Each of these serials once, in the order they were first named. */
  static List<SerialId> serials(List<String> ids, KnownStreams streams) {
    return new LinkedHashSet<>(ids).stream().map(streams::serial).toList();
  }
}
