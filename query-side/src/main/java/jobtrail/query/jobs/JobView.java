package jobtrail.query.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.query.jobitems.JobItemsView;
import org.jspecify.annotations.Nullable;

/** A job as it is answered. */
@Schema(name = "Job")
record JobView(
    String id,
    String name,
    @Nullable Integer goalQuantity,
    @Nullable String reference,
    @Nullable String company,
    @Nullable ContactView contact,
    @Nullable String jiraTicketKey,
    @Nullable String jiraTicketSummary,
    @Nullable String jiraPartNumber,
    @Nullable String jiraPriority,
    @Nullable String jiraEpicLink,
    @Nullable List<String> jiraLabels,
    List<String> tags,
    @Schema(allowableValues = {"open", "completed"}) String status,
    @Schema(description = "Rank among the open jobs, from 1; a completed job has none")
        @Nullable Integer priority,
    @JsonUnwrapped JobItemsView items,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore @Schema(hidden = true) long version,
    @JsonIgnore @Schema(hidden = true) long createdPosition) {

  private static final JiraTicket NO_TICKET = new JiraTicket(null, null, null, null, null, null);

  /** Whom to talk to; an erased text reads {@value PersonalText#ERASED}. */
  @Schema(name = "Contact")
  record ContactView(@Nullable String name, @Nullable String email, @Nullable String phone) {

    static @Nullable ContactView of(@Nullable Contact opened) {
      return opened == null
          ? null
          : new ContactView(shown(opened.name()), shown(opened.email()), shown(opened.phone()));
    }

    private static @Nullable String shown(@Nullable PersonalText text) {
      return text == null ? null : text.shown();
    }
  }

  static JobView of(
      JobRow row,
      @Nullable Contact opened,
      @Nullable JiraTicket jira,
      @Nullable Integer priority,
      JobItemsView items) {
    JiraTicket ticket = jira == null ? NO_TICKET : jira;
    return new JobView(
        row.jobId,
        row.name,
        row.goalQuantity,
        row.reference,
        row.company,
        ContactView.of(opened),
        ticket.ticketKey(),
        ticket.ticketSummary(),
        ticket.partNumber(),
        ticket.priority(),
        ticket.epicLink(),
        ticket.labels(),
        List.of(row.tags),
        row.completed() ? "completed" : "open",
        row.completed() ? null : priority,
        items,
        row.createdAt,
        row.updatedAt,
        row.version,
        row.createdPosition);
  }
}
