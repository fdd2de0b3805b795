package jobtrail.command.serial.model;

import org.jspecify.annotations.Nullable;

/** What somebody asks of a serial; steps are ids. */
public sealed interface Ask {

  /** To the next step; {@code from} is where they think it stands. */
  record Advance(@Nullable String from) implements Ask {}

  /** To a later step. */
  record AdvanceTo(@Nullable String from, Goal goal) implements Ask {}

  /** Back to an earlier step. */
  record Rework(Goal goal) implements Ask {}

  record CompleteDeferred(String step) implements Ask {}

  record Waive(String step) implements Ask {}

  record LetOff(String step) implements Ask {}

  record Reverse(String step) implements Ask {}

  record Scrap(String reason, @Nullable String explanation) implements Ask {}

  record ForceComplete() implements Ask {}

  record Hold() implements Ask {}

  record Release() implements Ask {}

  record Undo() implements Ask {}

  record Attach(String certificate) implements Ask {}

  /** A step by its place among those in use, or by its id; one of the two is null. */
  record Goal(@Nullable Integer index, @Nullable String step) {}
}
