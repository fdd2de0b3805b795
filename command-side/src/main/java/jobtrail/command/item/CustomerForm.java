package jobtrail.command.item;

import java.util.Map;
import java.util.Objects;
import jobtrail.command.item.ItemCommand.ProofAnswer;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ItemId;
import jobtrail.http.Name;
import jobtrail.http.Text;
import org.jspecify.annotations.Nullable;

/** What a form of the page brings. */
sealed interface CustomerForm {

  /** As it was typed, to be shown again when something is wrong with it. */
  Map<String, String> said();

  /** Once it is found to be in order. */
  ProofAnswer answer(ItemId itemId);

  private static Map<String, String> said(String field, @Nullable String text) {
    return text == null ? Map.of() : Map.of(field, text);
  }

  /** It may be produced as it is shown. */
  record Approval(@Name @Nullable String name) implements CustomerForm {

    @Override
    public Map<String, String> said() {
      return CustomerForm.said("name", name);
    }

    @Override
    public ProofAnswer answer(ItemId itemId) {
      return new ProofAnswer.Approve(
          PersonalText.of(ItemRequests.approverOf(itemId), Objects.requireNonNull(name).strip()));
    }
  }

  /** Something is to be changed. */
  record Changes(@Text(required = true) @Nullable String feedback) implements CustomerForm {

    /** Browsers send two characters for the end of a line, and count it as one. */
    public Changes {
      feedback = feedback == null ? null : feedback.replace("\r\n", "\n");
    }

    @Override
    public Map<String, String> said() {
      return CustomerForm.said("feedback", feedback);
    }

    @Override
    public ProofAnswer answer(ItemId itemId) {
      return new ProofAnswer.AskForChanges(Objects.requireNonNull(feedback).strip());
    }
  }
}
