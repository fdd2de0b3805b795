package jobtrail.query.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.query.platform.Folded;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One job as its events left it. */
@Entity
@Table(name = "job", schema = "views")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class JobRow implements Persistable<String> {

  @Id String jobId;
  String name;
  @Nullable Integer goalQuantity;
  @Nullable String reference;
  @Nullable String company;
  @Nullable String contact;
  @Nullable String jira;
  String[] tags = {};
  String[] tagKeys = {};
  String nameKey;
  @Nullable String companyKey;
  String searchText;
  int paths;
  int unfinished;
  long createdPosition;
  Instant createdAt;
  Instant updatedAt;
  long version;
  @Transient private boolean fresh;

  JobRow() {}

  /** A job that was just created; the rest is set by its projection. */
  JobRow(String jobId, String name, Moment when) {
    this.jobId = jobId;
    this.name = name;
    this.createdPosition = when.position();
    this.createdAt = when.at();
    this.fresh = true;
    touched(when);
  }

  final void touched(Moment when) {
    updatedAt = when.at();
    version = when.version();
  }

  /** Open while it has no path, or one whose goal is not reached. */
  boolean completed() {
    return paths > 0 && unfinished == 0;
  }

  /**
   * Makes the job be found by what is said of it now.
   *
   * @param jiraTexts what its ticket is found by
   */
  final void findable(Collection<String> jiraTexts) {
    tagKeys = Folded.all(List.of(tags));
    nameKey = Folded.of(name);
    companyKey = Folded.orNull(company);
    searchText =
        Stream.of(
                Stream.of(name),
                Stream.ofNullable(reference),
                Stream.ofNullable(company),
                Stream.of(tags),
                jiraTexts.stream())
            .flatMap(texts -> texts)
            .map(Folded::of)
            .collect(Collectors.joining("\n"));
  }

  @Override
  public String getId() {
    return jobId;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
