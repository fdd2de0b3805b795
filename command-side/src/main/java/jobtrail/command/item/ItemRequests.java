package jobtrail.command.item;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jobtrail.command.item.MoveDetails.Fault;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.http.Characters;
import jobtrail.http.Checked;
import jobtrail.http.FieldError;
import jobtrail.http.Id;
import jobtrail.http.Name;
import jobtrail.http.OptionalName;
import jobtrail.http.RequestRefused;
import jobtrail.http.Text;
import org.jspecify.annotations.Nullable;

/** What people send about items that are there. */
final class ItemRequests {

  private static final int MOST_NAMED = 1_000;
  private static final String REQUIRED = "is required";
  private static final String AT_MOST_100 = "must have at most 100 items";

  private static final Map<String, ApprovedBy> APPROVERS =
      Map.of("customer", ApprovedBy.CUSTOMER, "internal", ApprovedBy.INTERNAL);

  private static final java.util.regex.Pattern NO_DETAIL =
      java.util.regex.Pattern.compile("(to|userId|itemIds)([.\\[].*)?");

  private ItemRequests() {}

  /** Under whose key the names of those who approve an item are stored. */
  static String approverOf(ItemId itemId) {
    return "approver-of-" + itemId;
  }

  /**
   * What is wrong with a request to move items, as far as that does not depend on the move. What is
   * wrong with a detail counts only once it is known that the move is allowed and asks for it.
   *
   * @throws RequestRefused 400 naming every field at fault when one of them is no detail
   */
  static List<FieldError> faults(Said asked, Checked checked) {
    List<FieldError> faults = checked.faults(asked);
    if (faults.stream().anyMatch(fault -> NO_DETAIL.matcher(fault.field()).matches())) {
      throw RequestRefused.invalid(faults);
    }
    return faults;
  }

  /** What may be said about a move; which of it is needed is for the rules to say. */
  interface Said {

    @Nullable String fileName();

    @Nullable List<NamedFile> files();

    @Nullable List<String> issues();

    @Nullable String proofReference();

    @Nullable Integer artworkVersion();

    @Nullable String feedback();

    @Nullable String approvedBy();

    @Nullable String name();

    @Nullable String reason();

    /**
     * As the rules take it; what is blank was not said.
     *
     * @param found what is wrong in itself, which is left out and kept as a fault
     */
    default MoveDetails of(ItemId itemId, List<FieldError> found) {
      List<Fault> faults =
          new ArrayList<>(
              found.stream().map(one -> new Fault(one.field(), one.message())).toList());
      Set<String> wrong = faults.stream().map(Fault::detail).collect(Collectors.toSet());
      List<NamedFile> named = sound(files(), "files", wrong);
      String fileName = said(fileName(), "fileName", wrong);
      if (fileName != null && named != null && !named.isEmpty()) {
        faults.add(new Fault("fileName", "cannot be given besides files"));
      }
      String approver = said(approvedBy(), "approvedBy", wrong);
      ApprovedBy by = approver == null ? null : APPROVERS.get(approver);
      if (by == null && approver != null) {
        faults.add(new Fault("approvedBy", "must be one of: customer, internal"));
      }
      String name = said(name(), "name", wrong);
      List<String> issues = sound(issues(), "issues", wrong);
      return new MoveDetails(
          fileName != null
              ? List.of(ItemFile.named(fileName, null, null))
              : named == null ? List.of() : named.stream().map(NamedFile::file).toList(),
          issues == null ? List.of() : issues.stream().map(String::strip).toList(),
          said(proofReference(), "proofReference", wrong),
          artworkVersion(),
          said(feedback(), "feedback", wrong),
          by,
          name == null ? null : PersonalText.of(approverOf(itemId), name),
          said(reason(), "reason", wrong),
          faults);
    }

    private static <T> @Nullable T sound(@Nullable T said, String detail, Set<String> wrong) {
      return wrong.contains(detail) ? null : said;
    }

    private static @Nullable String said(@Nullable String text, String detail, Set<String> wrong) {
      String sound = sound(text, detail, wrong);
      return sound == null || Characters.blank(sound) ? null : sound.strip();
    }
  }

  /** A file that somebody speaks of. */
  record NamedFile(
      @Name String name,
      @Min(value = 0, message = "cannot be less than 0") @Nullable Long size,
      @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits")
          @Nullable String sha256) {

    ItemFile file() {
      return ItemFile.named(
          name.strip(), size, sha256 == null ? null : sha256.toLowerCase(Locale.ROOT));
    }
  }

  /** The body of POST /api/items/{id}/transition. */
  record Transition(
      @NotNull(message = REQUIRED) ItemState to,
      @OptionalName @Nullable String fileName,
      @Size(max = 100, message = AT_MOST_100) @Valid
          @Nullable List<@NotNull(message = REQUIRED) NamedFile> files,
      @Size(max = 100, message = AT_MOST_100) @Nullable List<@Text(required = true) String> issues,
      @OptionalName @Nullable String proofReference,
      @Nullable Integer artworkVersion,
      @Text @Nullable String feedback,
      @Schema(allowableValues = {"customer", "internal"}) @Nullable String approvedBy,
      @OptionalName @Nullable String name,
      @Text @Nullable String reason,
      @Id(required = false) @Nullable String userId)
      implements Said {}

  /** The body of POST /api/items/transition. */
  record BatchTransition(
      @NotNull(message = REQUIRED)
          @Size(min = 1, max = MOST_NAMED, message = "must have 1 to 1000 items")
          List<@Id String> itemIds,
      @NotNull(message = REQUIRED) ItemState to,
      @OptionalName @Nullable String fileName,
      @Size(max = 100, message = AT_MOST_100) @Valid
          @Nullable List<@NotNull(message = REQUIRED) NamedFile> files,
      @Size(max = 100, message = AT_MOST_100) @Nullable List<@Text(required = true) String> issues,
      @OptionalName @Nullable String proofReference,
      @Nullable Integer artworkVersion,
      @Text @Nullable String feedback,
      @Schema(allowableValues = {"customer", "internal"}) @Nullable String approvedBy,
      @OptionalName @Nullable String name,
      @Text @Nullable String reason,
      @Id(required = false) @Nullable String userId)
      implements Said {}
}
