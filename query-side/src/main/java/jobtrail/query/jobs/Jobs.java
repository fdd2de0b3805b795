package jobtrail.query.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.http.Page;
import jobtrail.ledger.SubjectKeys;
import jobtrail.query.jobprogress.JobProgress;
import jobtrail.query.platform.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The jobs as they are answered; personal texts are opened here, with one query for a whole list.
 */
@Component
public class Jobs {

  /** Name of the view. */
  public static final String VIEW = "jobs";

  private final JobRows rows;
  private final JobProgress progress;
  private final SubjectKeys keys;
  private final Stored stored;

  Jobs(JobRows rows, JobProgress progress, SubjectKeys keys, Stored stored) {
    this.rows = rows;
    this.progress = progress;
    this.keys = keys;
    this.stored = stored;
  }

  /** Names of those of these jobs that there are. */
  public Map<String, String> names(Collection<String> jobIds) {
    return rows.findAllById(jobIds).stream()
        .collect(Collectors.toMap(row -> row.jobId, row -> row.name));
  }

  Optional<JobView> byId(String jobId) {
    return views(rows.findById(jobId).stream().toList()).stream().findFirst();
  }

  /** Newest first, one more than the page holds when there are more. */
  List<JobView> newest(@Nullable String reference, Page page) {
    long before = page.cursor() == null ? Long.MAX_VALUE : page.cursor();
    Limit limit = Limit.of(page.limit() + 1);
    return views(
        reference == null
            ? rows.findByCreatedPositionLessThanOrderByCreatedPositionDesc(before, limit)
            : rows.findByReferenceAndCreatedPositionLessThanOrderByCreatedPositionDesc(
                reference, before, limit));
  }

  private List<JobView> views(List<JobRow> found) {
    Set<String> completed = progress.completed(found.stream().map(row -> row.jobId).toList());
    Map<String, Contact> contacts = new HashMap<>();
    for (JobRow row : found) {
      if (row.contact != null) {
        contacts.put(row.jobId, stored.value(row.contact, Contact.class));
      }
    }
    Map<PersonalText, PersonalText> opened = opened(contacts.values());
    return found.stream()
        .map(row -> {
          Contact contact = contacts.get(row.jobId);
          return JobView.of(
              row,
              contact == null ? null : contact.map(text -> opened.getOrDefault(text, text)),
              row.jira == null ? null : stored.value(row.jira, JiraTicket.class),
              completed.contains(row.jobId));
        })
        .toList();
  }

  private Map<PersonalText, PersonalText> opened(Collection<Contact> contacts) {
    List<PersonalText> sealed =
        contacts.stream()
            .flatMap(contact -> Stream.of(contact.name(), contact.email(), contact.phone()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<PersonalText> open = keys.open(sealed);
    return IntStream.range(0, sealed.size())
        .boxed()
        .collect(Collectors.toMap(sealed::get, open::get, (one, same) -> one));
  }
}
