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
 * @param fault what cannot be taken as it was said; null when everything can
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
    @Nullable Fault fault) {

  /** Nothing was said. */
  static final MoveDetails NONE =
      new MoveDetails(List.of(), List.of(), null, null, null, null, null, null, null);

  MoveDetails {
    files = List.copyOf(files);
    issues = List.copyOf(issues);
  }

  /** Something cannot be taken, which counts only once it is known that the move is allowed. */
  static MoveDetails faulty(String field, String message) {
    return new MoveDetails(
        List.of(), List.of(), null, null, null, null, null, null, new Fault(field, message));
  }

  /** What is wrong with one detail. */
  record Fault(String field, String message) {}
}
