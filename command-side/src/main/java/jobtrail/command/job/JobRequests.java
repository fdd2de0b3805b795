package jobtrail.command.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import jobtrail.command.platform.NewItem;
import jobtrail.command.platform.Trimmed;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobId;
import jobtrail.http.Name;
import jobtrail.http.OptionalName;
import jobtrail.http.PlainText;
import jobtrail.http.Quantity;
import jobtrail.http.Text;
import org.jspecify.annotations.Nullable;

/** What people send about jobs. */
final class JobRequests {

  private JobRequests() {}

  /** The body of POST /api/jobs. The jira fields can be given here and never again. */
  record NewJob(
      @Name String name,
      @Quantity(required = false) @Nullable Integer goalQuantity,
      @OptionalName @Nullable String reference,
      @OptionalName @Nullable String company,
      @Valid @Nullable ContactDetails contact,
      @OptionalName @Nullable String jiraTicketKey,
      @Text @Nullable String jiraTicketSummary,
      @OptionalName @Nullable String jiraPartNumber,
      @OptionalName @Nullable String jiraPriority,
      @OptionalName @Nullable String jiraEpicLink,
      @Size(max = 1000, message = "must have at most 1000 items")
          @Nullable List<@Name String> jiraLabels,
      @Size(max = NewItem.MOST_AT_ONCE, message = "must have at most 1000 items")
          @Nullable List<@Valid @NotNull(message = "is required") NewItem> items) {

    /** Its product lines; none when it comes without. */
    List<NewItem> lines() {
      return items == null ? List.of() : items;
    }

    /** A goal may be missing only where something else says what the job is about. */
    boolean lacksGoal() {
      return goalQuantity == null
          && lines().isEmpty()
          && reference == null
          && company == null
          && (contact == null || contact.saysNothing());
    }

    @Nullable JiraTicket jira() {
      boolean none =
          Stream.of(jiraTicketKey, jiraTicketSummary, jiraPartNumber, jiraPriority, jiraEpicLink)
                  .allMatch(text -> text == null)
              && jiraLabels == null;
      return none
          ? null
          : new JiraTicket(
              Trimmed.of(jiraTicketKey),
              jiraTicketSummary,
              Trimmed.of(jiraPartNumber),
              Trimmed.of(jiraPriority),
              Trimmed.of(jiraEpicLink),
              jiraLabels == null ? null : jiraLabels.stream().map(String::strip).toList());
    }
  }

  /** The body of PUT /api/jobs/{id}; whatever else is sent is ignored. */
  record JobChanges(
      @OptionalName @Nullable String name,
      @Quantity(required = false) @Nullable Integer goalQuantity,
      @OptionalName @Nullable String reference,
      @OptionalName @Nullable String company,
      @Valid @Nullable ContactDetails contact) {}

  /** The body of PUT /api/jobs/{id}/tags; the bare list will do as well. */
  record Tags(
      @NotNull(message = "is required") @Size(max = 50, message = "must have at most 50 items")
          List<@PlainText(max = 30, required = true) String> tags) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Tags {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Tags bare(List<String> tags) {
      return new Tags(tags);
    }
  }

  /** Whom to talk to at the customer's. */
  record ContactDetails(
      @OptionalName @Nullable String name,
      @OptionalName @Nullable String email,
      @OptionalName @Nullable String phone) {

    boolean saysNothing() {
      return name == null && email == null && phone == null;
    }

    /** The contact; null when nothing is said of anybody. */
    @Nullable Contact of(JobId jobId) {
      if (saysNothing()) {
        return null;
      }
      String subject = "contact-of-" + jobId;
      return new Contact(
          personal(subject, name), personal(subject, email), personal(subject, phone));
    }

    private static @Nullable PersonalText personal(String subject, @Nullable String text) {
      return text == null ? null : PersonalText.of(subject, text.strip());
    }
  }
}
