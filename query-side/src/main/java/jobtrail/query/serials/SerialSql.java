package jobtrail.query.serials;

import static jobtrail.query.platform.ColumnSql.booleans;
import static jobtrail.query.platform.ColumnSql.instant;
import static jobtrail.query.platform.ColumnSql.longs;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.Route;
import jobtrail.http.Page;
import jobtrail.query.platform.Stored;
import jobtrail.query.platform.ViewTables;
import jobtrail.query.serials.SerialChange.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The serials' table: written in batches, read by id or as a list. */
@Component
class SerialSql implements ViewTables<SerialChanges> {

  static final String VIEW = "serials";

  private static final String COLUMNS =
      """
      serial_id, job_id, path_id, step_id, status, held, ending, created_position, created_at, \
      updated_at, version\
      """;

  private final JdbcClient jdbc;
  private final OverrideSql overrides;
  private final Stored stored;

  SerialSql(JdbcClient viewsJdbc, OverrideSql overrides, Stored stored) {
    this.jdbc = viewsJdbc;
    this.overrides = overrides;
    this.stored = stored;
  }

  @Override
  public String name() {
    return VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of(
        "views.serial", "views.serial_override", "views.standing", "views.standing_count");
  }

  @Override
  public SerialChanges gather(List<DomainEvent> batch) {
    return new SerialChanges(this, overrides);
  }

  /** New serials, each with all that happened to it since. */
  void insert(List<SerialRow> created, List<SerialChange> since) {
    List<SerialRow> rows =
        IntStream.range(0, created.size())
            .mapToObj(i -> created.get(i).after(since.get(i)))
            .toList();
    Map<Marks, String> written = new HashMap<>();
    jdbc.sql(
            """
            with begun as (
              insert into views.serial (%s, marks)
              select serial_id, job_id, path_id, step_id, status, held, ending, created_position,
                %s, %s, version, marks::jsonb
              from unnest(:serials, :jobs, :paths, :steps, :statuses, :held, :endings, :positions,
                  :created, :updated, :versions, :marks)
                s(%s, marks)
              returning serial_id, created_position, step_id, status
            ), came as (
              insert into views.standing (step_id, created_position, serial_id)
              select step_id, created_position, serial_id from begun where status = 'in_progress'
            )
            insert into views.standing_count as c (step_id, serials)
            select step_id, count(*) from begun where status = 'in_progress' group by step_id
            on conflict (step_id) do update set serials = c.serials + excluded.serials
            """
                .formatted(COLUMNS, moment("created_at"), moment("updated_at"), COLUMNS))
        .param("serials", texts(rows, SerialRow::serialId))
        .param("jobs", texts(rows, SerialRow::jobId))
        .param("paths", texts(rows, SerialRow::pathId))
        .param("steps", texts(rows, SerialRow::stepId))
        .param("statuses", texts(rows, row -> row.status().word()))
        .param("held", booleans(rows, SerialRow::held))
        .param("endings", texts(rows, row -> text(row.ending())))
        .param("positions", longs(rows, SerialRow::createdPosition))
        .param("created", longs(rows, row -> row.createdAt().toEpochMilli()))
        .param("updated", longs(rows, row -> row.updatedAt().toEpochMilli()))
        .param("versions", longs(rows, SerialRow::version))
        .param("marks", texts(since, change -> text(written, new Marks(change.marksLeft()))))
        .update();
  }

  /**
   * What has become of serials that are there; a null leaves what it stands for as it is.
   *
   * @throws IllegalStateException when one is not
   */
  void change(List<SerialChange> changes) {
    Map<Marks, String> written = new HashMap<>();
    int changed =
        jdbc.sql(
                """
                with changed as (
                  update views.serial s set
                    step_id = case when c.status is null then s.step_id else c.step_id end,
                    status = coalesce(c.status, s.status),
                    ending = case when c.status is null then s.ending else c.ending end,
                    held = coalesce(c.held, s.held),
                    marks = case when c.marks is null then s.marks
                      when c.taken_back then jsonb_strip_nulls(s.marks || c.marks::jsonb)
                      else s.marks || c.marks::jsonb end,
                    updated_at = %s, version = c.version
                  from unnest(:serials, :steps, :statuses, :endings, :held, :marks, :takenBack,
                      :updated, :versions)
                    c(serial_id, step_id, status, ending, held, marks, taken_back, updated_at, version)
                  where s.serial_id = c.serial_id
                  returning s.serial_id, s.created_position,
                    case when old.status = 'in_progress' then old.step_id end as left_step,
                    case when new.status = 'in_progress' then new.step_id end as step_id
                ), moved as (
                  select * from changed where left_step is distinct from step_id
                ), went as (
                  update views.standing s set step_id = moved.step_id from moved
                  where s.step_id = moved.left_step and s.created_position = moved.created_position
                    and moved.step_id is not null
                ), gone as (
                  delete from views.standing s using moved
                  where s.step_id = moved.left_step and s.created_position = moved.created_position
                    and moved.step_id is null
                ), came as (
                  insert into views.standing (step_id, created_position, serial_id)
                  select step_id, created_position, serial_id from moved
                  where left_step is null and step_id is not null
                ), counted as (
                  merge into views.standing_count c
                  using (
                    select step_id, sum(more) as more from (
                      select left_step as step_id, -1 as more from moved where left_step is not null
                      union all select step_id, 1 from moved where step_id is not null
                    ) step group by step_id
                  ) s on c.step_id = s.step_id
                  when matched and c.serials + s.more = 0 then delete
                  when matched then update set serials = c.serials + s.more
                  when not matched then insert (step_id, serials) values (s.step_id, s.more)
                )
                select count(*) from changed
                """
                    .formatted(moment("c.updated_at")))
            .param("serials", texts(changes, SerialChange::serialId))
            .param("steps", texts(changes, change -> of(change, Place::stepId)))
            .param("statuses", texts(changes, change -> of(change, place -> place.status().word())))
            .param("endings", texts(changes, change -> of(change, place -> text(place.ending()))))
            .param("held", booleans(changes, SerialChange::held))
            .param("marks", texts(changes, change -> marks(written, change)))
            .param("takenBack", booleans(changes, SerialChange::takesBack))
            .param("updated", longs(changes, change -> change.when().at().toEpochMilli()))
            .param("versions", longs(changes, change -> change.when().version()))
            .query(Integer.class)
            .single();
    if (changed != changes.size()) {
      throw new IllegalStateException(
          "Of "
              + changes.size()
              + " serials that something happened to, "
              + changed
              + " are known");
    }
  }

  /** The ledger keeps whole milliseconds; as numbers they are neither written nor read as text. */
  private static String moment(String millis) {
    return "timestamptz 'epoch' + " + millis + " * interval '1 millisecond'";
  }

  Optional<SerialRow> byId(String serialId) {
    return jdbc.sql("select " + COLUMNS + " from views.serial where serial_id = :serial")
        .param("serial", serialId)
        .query(this::row)
        .optional();
  }

  /** A serial with its path's route, at one moment. */
  Optional<SerialOnPath> onPath(String serialId) {
    return jdbc.sql(
            """
            select %s, (select p.route from views.path p where p.path_id = s.path_id) as route,
              exists (
                select from views.certificate_attachment a where a.serial_id = s.serial_id
              ) as certified
            from views.serial s where serial_id = :serial
            """
                .formatted(COLUMNS))
        .param("serial", serialId)
        .query((row, number) -> {
          String route = row.getString("route");
          return new SerialOnPath(
              row(row, number),
              route == null ? null : stored.value(route, Route.class),
              row.getBoolean("certified"));
        })
        .optional();
  }

  /** A serial with all that is known of it and its steps, at one moment. */
  Optional<StepsOfSerial> withSteps(String serialId) {
    return jdbc.sql(
            """
            select %s, marks, array(
              select o.step_id from views.serial_override o where o.serial_id = s.serial_id and o.active
            ) as overridden
            from views.serial s where serial_id = :serial
            """
                .formatted(COLUMNS))
        .param("serial", serialId)
        .query((row, number) ->
            new StepsOfSerial(
                row(row, number),
                stored.value(row.getString("marks"), Marks.class).statuses(),
                Set.of((String[]) row.getArray("overridden").getArray())))
        .optional();
  }

  /** In the order of creation, one more than the page holds when there are more. */
  List<SerialRow> list(SerialFilter filter, Page page) {
    List<String> steps = filter.steps();
    StatementSpec statement =
        jdbc.sql(
            "select "
                + COLUMNS
                + (steps == null
                    ? " from views.serial"
                    // Named first: its columns are those that a page begins with and is sorted by.
                    : " from views.standing join views.serial using (serial_id, step_id, created_position)")
                + " where created_position > :cursor"
                + (filter.jobId() == null ? "" : " and job_id = :job")
                + (filter.pathId() == null ? "" : " and path_id = :path")
                + (filter.status() == null ? "" : " and status = :status")
                + (steps == null ? "" : " and step_id " + among(steps))
                + " order by created_position limit :limit");
    statement =
        statement
            .param("cursor", page.cursor() == null ? 0 : page.cursor())
            .param("limit", page.limit() + 1);
    statement = filter.jobId() == null ? statement : statement.param("job", filter.jobId());
    statement = filter.pathId() == null ? statement : statement.param("path", filter.pathId());
    SerialStatus status = filter.status();
    statement = status == null ? statement : statement.param("status", status.word());
    statement = steps == null ? statement : statement.param("steps", steps.toArray(String[]::new));
    return statement.query(this::row).list();
  }

  /** One step's serials stand in the index in their order; those of several have to be sorted. */
  private static String among(List<String> steps) {
    return steps.size() == 1 ? "= (:steps)[1]" : "= any(:steps)";
  }

  private SerialRow row(ResultSet row, int number) throws SQLException {
    String ending = row.getString("ending");
    return new SerialRow(
        row.getString("serial_id"),
        row.getString("job_id"),
        row.getString("path_id"),
        row.getString("step_id"),
        Objects.requireNonNull(SerialStatus.of(row.getString("status"))),
        row.getBoolean("held"),
        ending == null ? null : stored.value(ending, Ending.class),
        row.getLong("created_position"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static <V> @Nullable V of(SerialChange change, Function<Place, @Nullable V> value) {
    Place place = change.place();
    return place == null ? null : value.apply(place);
  }

  private @Nullable String text(@Nullable Ending ending) {
    return ending == null ? null : stored.text(ending);
  }

  private @Nullable String marks(Map<Marks, String> written, SerialChange change) {
    return change.marks().isEmpty() ? null : text(written, new Marks(change.marks()));
  }

  /** Thousands of serials have the same marks: each is written once. */
  private String text(Map<Marks, String> written, Marks marks) {
    return written.computeIfAbsent(marks, stored::text);
  }
}
