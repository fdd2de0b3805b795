package jobtrail.query.notes;

import static jobtrail.query.platform.ColumnSql.instant;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jobtrail.events.DomainEvent;
import jobtrail.http.Page;
import jobtrail.query.platform.Stored;
import jobtrail.query.platform.ViewTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of notes and of the serials they are about. */
@Component
class NoteSql implements ViewTables<NoteChanges> {

  private static final String NOTE =
      """
      select n.position, n.note_id, n.job_id, n.path_id, n.step_id, n.serial_ids, n.text, n.created_by, n.created_at
      from views.note n
      """;

  private final JdbcClient jdbc;
  private final Stored stored;

  NoteSql(JdbcClient viewsJdbc, Stored stored) {
    this.jdbc = viewsJdbc;
    this.stored = stored;
  }

  @Override
  public String name() {
    return Notes.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.note", "views.note_of_serial");
  }

  @Override
  public NoteChanges gather(List<DomainEvent> batch) {
    return new NoteChanges(this);
  }

  void insert(List<NoteRow> rows) {
    jdbc.sql(
            """
            with new as (
              insert into views.note
                (position, note_id, job_id, path_id, step_id, serial_ids, text, created_by, created_at)
              select * from unnest(:positions, :notes, :jobs, :paths, :steps, :serials, :texts, :authors,
                :created::timestamptz[])
              returning position, serial_ids
            )
            insert into views.note_of_serial (serial_id, position)
            select named.serial_id, new.position
            from new cross join lateral json_array_elements_text(new.serial_ids::json) as named (serial_id)
            """)
        .param("positions", rows.stream().map(NoteRow::position).toArray(Long[]::new))
        .param("notes", texts(rows, NoteRow::noteId))
        .param("jobs", texts(rows, NoteRow::jobId))
        .param("paths", texts(rows, NoteRow::pathId))
        .param("steps", texts(rows, NoteRow::stepId))
        .param("serials", texts(rows, row -> stored.text(row.serialIds())))
        .param("texts", texts(rows, NoteRow::text))
        .param("authors", texts(rows, NoteRow::createdBy))
        .param("created", texts(rows, row -> row.createdAt().toString()))
        .update();
  }

  Optional<NoteRow> byId(String noteId) {
    return jdbc.sql(NOTE + "where n.note_id = :note")
        .param("note", noteId)
        .query(this::note)
        .optional();
  }

  /** Oldest first, one more than the page holds when there are more. */
  List<NoteRow> ofStep(String stepId, Page page) {
    return paged(
        NOTE + "where n.step_id = :id and n.position > :cursor order by n.position limit :limit",
        stepId,
        page);
  }

  /** Oldest first, one more than the page holds when there are more. */
  List<NoteRow> ofSerial(String serialId, Page page) {
    return paged(
        NOTE
            + """
            join views.note_of_serial s using (position)
            where s.serial_id = :id and s.position > :cursor order by s.position limit :limit
            """,
        serialId,
        page);
  }

  private List<NoteRow> paged(String sql, String id, Page page) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("cursor", page.cursor() == null ? 0 : page.cursor())
        .param("limit", page.limit() + 1)
        .query(this::note)
        .list();
  }

  private NoteRow note(ResultSet row, int number) throws SQLException {
    return new NoteRow(
        row.getLong("position"),
        row.getString("note_id"),
        row.getString("job_id"),
        row.getString("path_id"),
        row.getString("step_id"),
        List.of(stored.value(row.getString("serial_ids"), String[].class)),
        row.getString("text"),
        row.getString("created_by"),
        instant(row, "created_at"));
  }
}
