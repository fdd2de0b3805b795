package jobtrail.query.workqueue;

import static jobtrail.query.platform.ColumnSql.longs;
import static jobtrail.query.platform.ColumnSql.numbers;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent;
import jobtrail.query.platform.Stored;
import jobtrail.query.platform.ViewTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queues' own tables: a path as it was left, and its steps, written anew when they change. */
@Component
class QueuePathsSql implements ViewTables<QueueChanges> {

  static final String VIEW = "work-queue";

  private final JdbcClient jdbc;
  private final Stored stored;

  QueuePathsSql(JdbcClient viewsJdbc, Stored stored) {
    this.jdbc = viewsJdbc;
    this.stored = stored;
  }

  @Override
  public String name() {
    return VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.queue_path", "views.queue_step");
  }

  @Override
  public QueueChanges gather(List<DomainEvent> batch) {
    String[] paths =
        batch.stream()
            .map(event ->
                event instanceof SerialEvent serial ? serial.pathId().value() : event.streamId())
            .distinct()
            .toArray(String[]::new);
    return new QueueChanges(
        this,
        jdbc.sql(
                """
                select path_id, job_id, created_position, goal_quantity, issued, scrapped, route, assignees
                from views.queue_path where path_id = any(:paths)
                """)
            .param("paths", paths)
            .query(this::path)
            .list());
  }

  void savePaths(List<QueuePath> paths) {
    jdbc.sql(
            """
            insert into views.queue_path as p
              (path_id, job_id, created_position, goal_quantity, issued, scrapped, route, assignees, first_step)
            select * from unnest(:paths, :jobs, :positions, :goals, :issued, :scrapped, :routes, :assignees, :first)
            on conflict (path_id) do update set
              goal_quantity = excluded.goal_quantity, issued = excluded.issued, scrapped = excluded.scrapped,
              route = excluded.route, assignees = excluded.assignees, first_step = excluded.first_step
            """)
        .param("paths", texts(paths, path -> path.pathId))
        .param("jobs", texts(paths, path -> path.jobId))
        .param("positions", longs(paths, path -> path.createdPosition))
        .param("goals", numbers(paths, path -> path.goalQuantity))
        .param("issued", longs(paths, path -> path.issued))
        .param("scrapped", longs(paths, path -> path.scrapped))
        .param("routes", texts(paths, path -> stored.text(path.route)))
        .param("assignees", texts(paths, path -> stored.text(path.assignees)))
        .param("first", texts(paths, QueuePath::firstStep))
        .update();
  }

  void insertSteps(List<QueueStep> steps) {
    jdbc.sql(
            """
            insert into views.queue_step
              (step_id, path_id, job_id, counts_at, place, step_order, total_steps, name, location, assigned_to,
               previous_id, previous_name, next_id, next_name, next_location)
            select * from unnest(:steps, :paths, :jobs, :countsAt, :places, :orders, :totals, :names,
              :locations, :assignedTo, :previous, :previousNames, :next, :nextNames, :nextLocations)
            """)
        .param("steps", texts(steps, QueueStep::stepId))
        .param("paths", texts(steps, QueueStep::pathId))
        .param("jobs", texts(steps, QueueStep::jobId))
        .param("countsAt", texts(steps, QueueStep::countsAt))
        .param("places", longs(steps, QueueStep::place))
        .param("orders", numbers(steps, QueueStep::order))
        .param("totals", numbers(steps, QueueStep::totalSteps))
        .param("names", texts(steps, QueueStep::name))
        .param("locations", texts(steps, QueueStep::location))
        .param("assignedTo", texts(steps, QueueStep::assignedTo))
        .param("previous", texts(steps, QueueStep::previousId))
        .param("previousNames", texts(steps, QueueStep::previousName))
        .param("next", texts(steps, QueueStep::nextId))
        .param("nextNames", texts(steps, QueueStep::nextName))
        .param("nextLocations", texts(steps, QueueStep::nextLocation))
        .update();
  }

  void removePaths(Collection<String> pathIds) {
    jdbc.sql("delete from views.queue_path where path_id = any(:paths)")
        .param("paths", pathIds.toArray(String[]::new))
        .update();
  }

  void removeSteps(Collection<String> pathIds) {
    jdbc.sql("delete from views.queue_step where path_id = any(:paths)")
        .param("paths", pathIds.toArray(String[]::new))
        .update();
  }

  private QueuePath path(ResultSet row, int number) throws SQLException {
    QueuePath path =
        new QueuePath(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            row.getInt(4),
            stored.value(row.getString(7), Route.class));
    path.issued = row.getLong(5);
    path.scrapped = row.getLong(6);
    Map<?, ?> assignees = stored.value(row.getString(8), Map.class);
    assignees.forEach((step, user) -> path.assignees.put(step.toString(), user.toString()));
    return path;
  }
}
