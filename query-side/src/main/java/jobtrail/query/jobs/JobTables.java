package jobtrail.query.jobs;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jobtrail.events.DomainEvent;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.query.platform.ViewTables;
import org.springframework.stereotype.Component;

@Component
class JobTables implements ViewTables<JobChanges> {

  private final JobRows rows;
  private final JobPathRows pathRows;
  private final JobOrderSql order;

  JobTables(JobRows rows, JobPathRows pathRows, JobOrderSql order) {
    this.rows = rows;
    this.pathRows = pathRows;
    this.order = order;
  }

  @Override
  public String name() {
    return Jobs.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.job", "views.job_path", "views.job_place");
  }

  @Override
  public JobChanges gather(List<DomainEvent> batch) {
    return new JobChanges(rows, pathRows, order)
        .about(
            batch.stream()
                .map(DomainEvent::jobId)
                .filter(Objects::nonNull)
                .map(JobId::value)
                .distinct()
                .toList(),
            batch.stream().flatMap(JobTables::path).map(PathId::value).distinct().toList());
  }

  private static Stream<PathId> path(DomainEvent event) {
    return switch (event) {
      case PathEvent path -> Stream.of(path.pathId());
      case SerialEvent serial -> Stream.of(serial.pathId());
      default -> Stream.empty();
    };
  }
}
