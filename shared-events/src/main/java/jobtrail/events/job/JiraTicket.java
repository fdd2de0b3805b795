package jobtrail.events.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Jira ticket a job was made from; written once, when the job is created. */
public record JiraTicket(
    @Nullable String ticketKey,
    @Nullable String ticketSummary,
    @Nullable String partNumber,
    @Nullable String priority,
    @Nullable String epicLink,
    @Nullable List<String> labels) {

  public JiraTicket {
    labels = labels == null ? null : List.copyOf(labels);
  }
}
