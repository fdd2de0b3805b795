package jobtrail.query.jobitems;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The counters as other questions need them. */
@Component
public class JobItems {

  /** Name of the view. */
  public static final String VIEW = "job-items";

  private final JobItemsSql sql;

  JobItems(JobItemsSql sql) {
    this.sql = sql;
  }

  /** What their items say about these jobs; jobs without items are missing. */
  public Map<String, JobItemsView> ofJobs(Collection<String> jobIds) {
    return sql.ofJobs(jobIds);
  }
}
