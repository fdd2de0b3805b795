package jobtrail.query.paths;

import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.query.platform.ViewTables;
import org.springframework.stereotype.Component;

@Component
class PathTables implements ViewTables<PathChanges> {

  private final PathRows rows;

  PathTables(PathRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return Paths.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.path");
  }

  @Override
  public PathChanges gather(List<DomainEvent> batch) {
    return new PathChanges(rows, batch.stream().map(DomainEvent::streamId).distinct().toList());
  }
}
