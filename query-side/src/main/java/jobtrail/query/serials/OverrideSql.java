package jobtrail.query.serials;

import static jobtrail.query.platform.ColumnSql.instant;
import static jobtrail.query.platform.ColumnSql.longs;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jobtrail.query.serials.SerialChanges.Overridden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what serials may go without. */
@Component
class OverrideSql {

  private final JdbcClient jdbc;

  OverrideSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  void insert(List<OverrideRow> rows) {
    jdbc.sql(
            """
            insert into views.serial_override
              (serial_id, number, step_id, active, reason, created_by, created_at)
            select * from unnest(:serials, :numbers, :steps, :active, :reasons, :actors,
              :created::timestamptz[])
            """)
        .param("serials", texts(rows, OverrideRow::serialId))
        .param("numbers", longs(rows, OverrideRow::number))
        .param("steps", texts(rows, OverrideRow::stepId))
        .param("active", rows.stream().map(OverrideRow::active).toArray(Boolean[]::new))
        .param("reasons", texts(rows, OverrideRow::reason))
        .param("actors", texts(rows, OverrideRow::createdBy))
        .param("created", texts(rows, row -> row.createdAt().toString()))
        .update();
  }

  /**
   * Ends overrides that are in force.
   *
   * @throws IllegalStateException when one is not
   */
  void reverse(List<Overridden> overridden) {
    int ended =
        jdbc.sql(
                """
                update views.serial_override o set active = false
                from unnest(:serials, :steps) r(serial_id, step_id)
                where o.serial_id = r.serial_id and o.step_id = r.step_id and o.active
                """)
            .param("serials", texts(overridden, Overridden::serialId))
            .param("steps", texts(overridden, Overridden::stepId))
            .update();
    if (ended != overridden.size()) {
      throw new IllegalStateException(
          "Of " + overridden.size() + " overrides that end, " + ended + " are known");
    }
  }

  /** All of a serial's overrides in the order they were made, reversed ones too. */
  List<OverrideRow> of(String serialId) {
    return jdbc.sql(
            """
            select serial_id, number, step_id, active, reason, created_by, created_at
            from views.serial_override where serial_id = :serial order by number
            """)
        .param("serial", serialId)
        .query(OverrideSql::row)
        .list();
  }

  private static OverrideRow row(ResultSet row, int number) throws SQLException {
    return new OverrideRow(
        row.getString("serial_id"),
        row.getLong("number"),
        row.getString("step_id"),
        row.getBoolean("active"),
        row.getString("reason"),
        row.getString("created_by"),
        instant(row, "created_at"));
  }
}
