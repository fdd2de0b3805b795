package jobtrail.command.item;

import java.util.List;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemFile;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a move. Which of it is needed depends on the move; the rest is not
 * looked at.
 *
 * @param files of the artwork; empty when nobody said
 * @param issues found in the artwork; empty when nobody said
 * @param faults what cannot be taken as it was said, by field
 */
record MoveDetails(
    List<ItemFile> files,
    List<String> issues,
    @Nullable String proofReference,
    @Nullable Integer artworkVersion,
    @Nullable String feedback,
    @Nullable ApprovedBy approvedBy,
    @Nullable PersonalText name,
    @Nullable String reason,
    List<Fault> faults) {

  /** Nothing was said. */
  static final MoveDetails NONE =
      new MoveDetails(List.of(), List.of(), null, null, null, null, null, null, List.of());

  MoveDetails {
    files = List.copyOf(files);
    issues = List.copyOf(issues);
    faults = List.copyOf(faults);
  }

  /**
   * Something cannot be taken, which counts only once it is known that the move is allowed, and
   * that it asks for this.
   */
  static MoveDetails faulty(String field, String message) {
    return new MoveDetails(
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Fault(field, message)));
  }

  /** What is wrong with one detail. */
  record Fault(String field, String message) {

    /** The detail that it is about, for {@code issues[1]} the issues. */
    String detail() {
      return field.replaceAll("[.\\[].*", "");
    }
  }
}
