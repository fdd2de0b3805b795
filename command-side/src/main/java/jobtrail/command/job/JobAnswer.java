package jobtrail.command.job;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * A job as POST and PUT answer it.
 *
 * @param status {@code open} for a new job; absent otherwise, since it is derived from the progress
 *     of its paths
 * @param items for a new job that came with them; absent otherwise
 */
record JobAnswer(
    JobId id,
    String name,
    @Nullable Integer goalQuantity,
    @Nullable String reference,
    @Nullable String company,
    @Nullable ContactAnswer contact,
    @Nullable String jiraTicketKey,
    @Nullable String jiraTicketSummary,
    @Nullable String jiraPartNumber,
    @Nullable String jiraPriority,
    @Nullable String jiraEpicLink,
    @Nullable List<String> jiraLabels,
    List<String> tags,
    @Nullable List<ItemAnswer> items,
    @Nullable String status,
    Instant createdAt,
    Instant updatedAt) {

  private static final JiraTicket NO_TICKET = new JiraTicket(null, null, null, null, null, null);

  record ContactAnswer(@Nullable String name, @Nullable String email, @Nullable String phone) {}

  /** The answer for a state whose personal texts are open. */
  static JobAnswer of(Answer<JobState> answer, @Nullable String status) {
    return of(answer, null, status);
  }

  /** The same for a job that came with items. */
  static JobAnswer of(
      Answer<JobState> answer, @Nullable List<ItemAnswer> items, @Nullable String status) {
    JobState.Open job = (JobState.Open) answer.state();
    JiraTicket jira = job.jira() == null ? NO_TICKET : job.jira();
    return new JobAnswer(
        job.jobId(),
        job.name(),
        job.goalQuantity(),
        job.reference(),
        job.company(),
        contact(job.contact()),
        jira.ticketKey(),
        jira.ticketSummary(),
        jira.partNumber(),
        jira.priority(),
        jira.epicLink(),
        jira.labels(),
        job.tags(),
        items,
        status,
        answer.createdAt(),
        answer.updatedAt());
  }

  private static @Nullable ContactAnswer contact(@Nullable Contact contact) {
    return contact == null
        ? null
        : new ContactAnswer(shown(contact.name()), shown(contact.email()), shown(contact.phone()));
  }

  private static @Nullable String shown(@Nullable PersonalText text) {
    return text == null ? null : text.shown();
  }
}
