package jobtrail.query.serials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jobtrail.events.DomainEvent;
import jobtrail.http.Page;
import jobtrail.query.platform.ViewTables;
import jobtrail.query.serials.SerialChanges.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The serials' table: written in batches, read by id or as a list. */
@Component
class SerialSql implements ViewTables<SerialChanges> {

  static final String VIEW = "serials";

  private static final String COLUMNS =
      "serial_id, job_id, path_id, step_id, status, created_position, created_at, updated_at, version";

  private final JdbcClient jdbc;

  SerialSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  @Override
  public String name() {
    return VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.serial");
  }

  @Override
  public SerialChanges gather(List<DomainEvent> batch) {
    return new SerialChanges(this);
  }

  void insert(List<SerialRow> rows) {
    jdbc.sql(
            """
            insert into views.serial (%s)
            select * from unnest(:serials, :jobs, :paths, :steps, :statuses, :positions,
              :created::timestamptz[], :updated::timestamptz[], :versions)
            """
                .formatted(COLUMNS))
        .param("serials", texts(rows, SerialRow::serialId))
        .param("jobs", texts(rows, SerialRow::jobId))
        .param("paths", texts(rows, SerialRow::pathId))
        .param("steps", texts(rows, SerialRow::stepId))
        .param("statuses", texts(rows, row -> row.status().word()))
        .param("positions", longs(rows, SerialRow::createdPosition))
        .param("created", texts(rows, row -> row.createdAt().toString()))
        .param("updated", texts(rows, row -> row.updatedAt().toString()))
        .param("versions", longs(rows, SerialRow::version))
        .update();
  }

  /**
   * Last states of serials that are there.
   *
   * @throws IllegalStateException when one is not
   */
  void move(List<Move> moves) {
    int moved =
        jdbc.sql(
                """
                update views.serial s
                set step_id = m.step_id, status = m.status, updated_at = m.updated_at, version = m.version
                from unnest(:serials, :steps, :statuses, :updated::timestamptz[], :versions)
                  m(serial_id, step_id, status, updated_at, version)
                where s.serial_id = m.serial_id
                """)
            .param("serials", texts(moves, Move::serialId))
            .param("steps", texts(moves, Move::toStep))
            .param("statuses", texts(moves, move -> move.to().word()))
            .param("updated", texts(moves, move -> move.when().at().toString()))
            .param("versions", longs(moves, move -> move.when().version()))
            .update();
    if (moved != moves.size()) {
      throw new IllegalStateException(
          "Of " + moves.size() + " serials that moved, " + moved + " are known");
    }
  }

  Optional<SerialRow> byId(String serialId) {
    return jdbc.sql("select " + COLUMNS + " from views.serial where serial_id = :serial")
        .param("serial", serialId)
        .query(SerialSql::row)
        .optional();
  }

  /** In the order of creation, one more than the page holds when there are more. */
  List<SerialRow> list(
      @Nullable String jobId, @Nullable String pathId, @Nullable SerialStatus status, Page page) {
    StatementSpec statement =
        jdbc.sql(
            "select "
                + COLUMNS
                + " from views.serial where created_position > :cursor"
                + (jobId == null ? "" : " and job_id = :job")
                + (pathId == null ? "" : " and path_id = :path")
                + (status == null ? "" : " and status = :status")
                + " order by created_position limit :limit");
    statement =
        statement
            .param("cursor", page.cursor() == null ? 0 : page.cursor())
            .param("limit", page.limit() + 1);
    statement = jobId == null ? statement : statement.param("job", jobId);
    statement = pathId == null ? statement : statement.param("path", pathId);
    statement = status == null ? statement : statement.param("status", status.word());
    return statement.query(SerialSql::row).list();
  }

  private static SerialRow row(ResultSet row, int number) throws SQLException {
    return new SerialRow(
        row.getString("serial_id"),
        row.getString("job_id"),
        row.getString("path_id"),
        row.getString("step_id"),
        Objects.requireNonNull(SerialStatus.of(row.getString("status"))),
        row.getLong("created_position"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toInstant();
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  private static <T> Long[] longs(List<T> rows, Function<T, Long> number) {
    return rows.stream().map(number).toArray(Long[]::new);
  }
}
