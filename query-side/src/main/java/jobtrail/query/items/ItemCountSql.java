package jobtrail.query.items;

import java.util.SortedMap;
import jobtrail.query.items.ItemChanges.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many items are in each state: moved by a batch's deltas; the board adds up the shards. */
@Component
class ItemCountSql {

  private final JdbcClient jdbc;

  ItemCountSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  void add(SortedMap<Cell, Long> deltas) {
    jdbc.sql(
            """
            insert into views.item_count as c (state, shard, items)
            select * from unnest(:states, :shards, :items)
            on conflict (state, shard) do update set items = c.items + excluded.items
            """)
        .param(
            "states",
            deltas.keySet().stream().map(cell -> cell.state().word()).toArray(String[]::new))
        .param("shards", deltas.keySet().stream().map(Cell::shard).toArray(Integer[]::new))
        .param("items", deltas.values().toArray(Long[]::new))
        .update();
  }
}
