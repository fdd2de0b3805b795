package jobtrail.query.items;

import static jobtrail.query.platform.ColumnSql.instant;
import static jobtrail.query.platform.ColumnSql.longs;
import static jobtrail.query.platform.ColumnSql.numbers;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jobtrail.events.DomainEvent;
import jobtrail.events.item.ItemState;
import jobtrail.http.Page;
import jobtrail.query.items.ItemChange.Arrival;
import jobtrail.query.platform.Conditions;
import jobtrail.query.platform.Folded;
import jobtrail.query.platform.ViewTables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items' table: written in batches, read by id or as a list. */
@Component
class ItemSql implements ViewTables<ItemChanges> {

  private static final String COLUMNS =
      """
      item_id, job_id, number, name, quantity, product_code, state, state_position, state_since, \
      artwork_version, proof_reference, created_position, created_at, updated_at, version\
      """;

  private final JdbcClient jdbc;
  private final HistorySql history;
  private final ItemCountSql counts;

  ItemSql(JdbcClient viewsJdbc, HistorySql history, ItemCountSql counts) {
    this.jdbc = viewsJdbc;
    this.history = history;
    this.counts = counts;
  }

  @Override
  public String name() {
    return Items.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.item", "views.item_history", "views.item_count");
  }

  @Override
  public ItemChanges gather(List<DomainEvent> batch) {
    return new ItemChanges(this, history, counts);
  }

  void insert(List<ItemRow> rows) {
    jdbc.sql(
            """
            insert into views.item (%s, search_text)
            select * from unnest(:items, :jobs, :numbers, :names, :quantities, :products, :states, :statePositions,
              :since::timestamptz[], :artwork, :proofs, :positions, :created::timestamptz[],
              :updated::timestamptz[], :versions, :texts)
            """
                .formatted(COLUMNS))
        .param("items", texts(rows, ItemRow::itemId))
        .param("jobs", texts(rows, ItemRow::jobId))
        .param("numbers", longs(rows, ItemRow::number))
        .param("names", texts(rows, ItemRow::name))
        .param("quantities", numbers(rows, ItemRow::quantity))
        .param("products", texts(rows, ItemRow::productCode))
        .param("states", texts(rows, row -> row.state().word()))
        .param("statePositions", longs(rows, ItemRow::statePosition))
        .param("since", texts(rows, row -> row.stateSince().toString()))
        .param("artwork", numbers(rows, ItemRow::artworkVersion))
        .param("proofs", texts(rows, ItemRow::proofReference))
        .param("positions", longs(rows, ItemRow::createdPosition))
        .param("created", texts(rows, row -> row.createdAt().toString()))
        .param("updated", texts(rows, row -> row.updatedAt().toString()))
        .param("versions", longs(rows, ItemRow::version))
        .param("texts", texts(rows, ItemSql::searchText))
        .update();
  }

  /**
   * What has become of items that are there.
   *
   * @throws IllegalStateException when one is not
   */
  void change(List<ItemChange> changes) {
    int changed =
        jdbc.sql(
                """
                update views.item i set
                  state = coalesce(c.state, i.state),
                  state_position = coalesce(c.state_position, i.state_position),
                  state_since = coalesce(c.state_since, i.state_since),
                  artwork_version = coalesce(c.artwork_version, i.artwork_version),
                  proof_reference = coalesce(c.proof_reference, i.proof_reference),
                  updated_at = c.updated_at, version = c.version
                from unnest(:items, :states, :statePositions, :since::timestamptz[], :artwork, :proofs,
                    :updated::timestamptz[], :versions)
                  c(item_id, state, state_position, state_since, artwork_version, proof_reference, updated_at, version)
                where i.item_id = c.item_id
                """)
            .param("items", texts(changes, ItemChange::itemId))
            .param("states", texts(changes, change -> of(change, to -> to.state().word())))
            .param("statePositions", longs(changes, change -> of(change, Arrival::position)))
            .param("since", texts(changes, change -> of(change, to -> to.at().toString())))
            .param("artwork", numbers(changes, ItemChange::artworkVersion))
            .param("proofs", texts(changes, ItemChange::proofReference))
            .param("updated", texts(changes, change -> change.when().at().toString()))
            .param("versions", longs(changes, change -> change.when().version()))
            .update();
    if (changed != changes.size()) {
      throw new IllegalStateException(
          "Of " + changes.size() + " items that something happened to, " + changed + " are known");
    }
  }

  Optional<ItemRow> byId(String itemId) {
    return jdbc.sql("select " + COLUMNS + " from views.item where item_id = :item")
        .param("item", itemId)
        .query(ItemSql::row)
        .optional();
  }

  /** A job's items in the order they were added, one more than the page holds when there are. */
  List<ItemRow> ofJob(String jobId, Page page) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from views.item where job_id = :job and created_position > :cursor
                order by created_position limit :limit
                """)
        .param("job", jobId)
        .param("cursor", page.cursor() == null ? 0 : page.cursor())
        .param("limit", page.limit() + 1)
        .query(ItemSql::row)
        .list();
  }

  /** Newest first, one more than the page holds when there are more. */
  List<ItemRow> newest(ItemFilter filter, Page page) {
    Conditions where = filter.conditions();
    where.and("i.created_position < :before", "before", page.cursor());
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from views.item i"
                + where.where()
                + " order by i.created_position desc limit :limit")
        .params(where.parameters())
        .param("limit", page.limit() + 1)
        .query(ItemSql::row)
        .list();
  }

  private static String searchText(ItemRow row) {
    String code = row.productCode();
    return Folded.of(row.number() + "\n" + row.name() + (code == null ? "" : "\n" + code));
  }

  private static ItemRow row(ResultSet row, int number) throws SQLException {
    return new ItemRow(
        row.getString("item_id"),
        row.getString("job_id"),
        row.getLong("number"),
        row.getString("name"),
        row.getInt("quantity"),
        row.getString("product_code"),
        Objects.requireNonNull(ItemState.of(row.getString("state"))),
        row.getLong("state_position"),
        instant(row, "state_since"),
        row.getInt("artwork_version"),
        row.getString("proof_reference"),
        row.getLong("created_position"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static <V> @Nullable V of(ItemChange change, Function<Arrival, V> value) {
    Arrival arrival = change.arrival();
    return arrival == null ? null : value.apply(arrival);
  }
}
