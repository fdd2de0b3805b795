package jobtrail.query.jobs;

import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.query.platform.ViewTables;
import org.springframework.stereotype.Component;

@Component
class JobTables implements ViewTables<JobChanges> {

  private final JobRows rows;

  JobTables(JobRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return Jobs.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.job");
  }

  @Override
  public JobChanges gather(List<DomainEvent> batch) {
    return new JobChanges(rows, batch.stream().map(DomainEvent::streamId).distinct().toList());
  }
}
