package jobtrail.query.items;

import static jobtrail.query.platform.ColumnSql.instant;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jobtrail.events.EventNames;
import jobtrail.events.item.ItemEvent;
import jobtrail.query.platform.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of all that happened to items; a row is never changed. */
@Component
class HistorySql {

  private final JdbcClient jdbc;
  private final Stored stored;

  HistorySql(JdbcClient viewsJdbc, Stored stored) {
    this.jdbc = viewsJdbc;
    this.stored = stored;
  }

  void insert(List<HistoryRow> rows) {
    jdbc.sql(
            """
            insert into views.item_history (item_id, sequence, at, occurred_at, actor, event, payload)
            select * from unnest(:items, :sequences, :at::timestamptz[], :occurred, :actors,
              :events, :payloads)
            """)
        .param("items", texts(rows, row -> row.event().streamId()))
        .param("sequences", rows.stream().map(HistoryRow::sequence).toArray(Long[]::new))
        .param("at", texts(rows, row -> row.at().toString()))
        .param("occurred", texts(rows, row -> text(row.occurredAt())))
        .param("actors", texts(rows, HistoryRow::actor))
        .param("events", texts(rows, row -> EventNames.nameOf(row.event().getClass()).name()))
        .param("payloads", texts(rows, row -> stored.text(row.event())))
        .update();
  }

  /** What happened to an item up to one of its versions, oldest first. */
  List<HistoryRow> upTo(String itemId, long version) {
    return jdbc.sql(
            """
            select sequence, at, occurred_at, actor, event, payload from views.item_history
            where item_id = :item and sequence <= :version order by sequence
            """)
        .param("item", itemId)
        .param("version", version)
        .query(this::row)
        .list();
  }

  private HistoryRow row(ResultSet row, int number) throws SQLException {
    String occurred = row.getString("occurred_at");
    return new HistoryRow(
        row.getLong("sequence"),
        event(row.getString("event"), row.getString("payload")),
        instant(row, "at"),
        occurred == null ? null : Instant.parse(occurred),
        row.getString("actor"));
  }

  private ItemEvent event(String name, String payload) {
    return stored.value(
        payload,
        Objects.requireNonNull(EventNames.classOf(name), name).asSubclass(ItemEvent.class));
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
