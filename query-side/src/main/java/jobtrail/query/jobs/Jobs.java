package jobtrail.query.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.http.Page;
import jobtrail.ledger.SubjectKeys;
import jobtrail.query.jobitems.JobItems;
import jobtrail.query.jobitems.JobItemsView;
import jobtrail.query.platform.Stored;
import org.springframework.stereotype.Component;

/**
 * The jobs as they are answered; personal texts are opened here, with one query for a whole list.
 */
@Component
public class Jobs {

  /** Name of the view. */
  public static final String VIEW = "jobs";

  private final JobRows rows;
  private final JobListSql lists;
  private final JobOrderSql order;
  private final SubjectKeys keys;
  private final Stored stored;
  private final JobItems items;

  Jobs(
      JobRows rows,
      JobListSql lists,
      JobOrderSql order,
      SubjectKeys keys,
      Stored stored,
      JobItems items) {
    this.rows = rows;
    this.lists = lists;
    this.order = order;
    this.keys = keys;
    this.stored = stored;
    this.items = items;
  }

  /** Names of those of these jobs that there are. */
  public Map<String, String> names(Collection<String> jobIds) {
    return rows.findAllById(jobIds).stream()
        .collect(Collectors.toMap(row -> row.jobId, row -> row.name));
  }

  /** Whether there is such a job. */
  public boolean isThere(String jobId) {
    return rows.existsById(jobId);
  }

  Optional<JobView> byId(String jobId) {
    List<JobRow> found = rows.findById(jobId).stream().toList();
    Map<String, Integer> ranks = new HashMap<>();
    if (found.stream().anyMatch(row -> !row.completed())) {
      order.rank(jobId).ifPresent(rank -> ranks.put(jobId, rank));
    }
    return views(found, ranks).stream().findFirst();
  }

  /** A job's tags as they were when it had this version. */
  record Tags(long version, List<String> tags) {}

  Optional<Tags> tags(String jobId) {
    return rows.findById(jobId).map(row -> new Tags(row.version, List.of(row.tags)));
  }

  /** Newest first, one more than the page holds when there are more. */
  List<JobView> newest(JobFilter filter, Page page) {
    return inOrder(lists.newest(filter, page));
  }

  /** The most urgent first, one more than the page holds when there are more. */
  List<JobView> byPriority(JobFilter filter, Page page) {
    return inOrder(lists.byPriority(filter, page));
  }

  private List<JobView> inOrder(List<String> jobIds) {
    Map<String, JobRow> found =
        rows.findAllById(jobIds).stream().collect(Collectors.toMap(row -> row.jobId, row -> row));
    List<JobRow> shown = jobIds.stream().map(found::get).filter(Objects::nonNull).toList();
    List<String> open =
        shown.stream().filter(row -> !row.completed()).map(row -> row.jobId).toList();
    return views(shown, open.isEmpty() ? Map.of() : order.ranks(open));
  }

  private List<JobView> views(List<JobRow> found, Map<String, Integer> ranks) {
    Map<String, Contact> contacts = new HashMap<>();
    for (JobRow row : found) {
      if (row.contact != null) {
        contacts.put(row.jobId, stored.value(row.contact, Contact.class));
      }
    }
    Map<PersonalText, PersonalText> opened = opened(contacts.values());
    Map<String, JobItemsView> itsItems =
        items.ofJobs(found.stream().map(row -> row.jobId).toList());
    return found.stream()
        .map(row -> {
          Contact contact = contacts.get(row.jobId);
          return JobView.of(
              row,
              contact == null ? null : contact.map(text -> opened.getOrDefault(text, text)),
              row.jira == null ? null : stored.value(row.jira, JiraTicket.class),
              ranks.get(row.jobId),
              itsItems.getOrDefault(row.jobId, JobItemsView.NONE));
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
