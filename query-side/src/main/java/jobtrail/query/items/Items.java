package jobtrail.query.items;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.ledger.SubjectKeys;
import org.springframework.stereotype.Component;

/** One item as it is answered, with all that happened to it; personal texts are opened here. */
@Component
public class Items {

  /** Name of the view. */
  public static final String VIEW = "items";

  private final ItemSql sql;
  private final HistorySql history;
  private final SubjectKeys keys;

  Items(ItemSql sql, HistorySql history, SubjectKeys keys) {
    this.sql = sql;
    this.history = history;
    this.keys = keys;
  }

  /** An item's life as it was when the item had this version. */
  record Versioned(long version, ItemLifeView life) {}

  Optional<Versioned> byId(String itemId) {
    return sql.byId(itemId)
        .map(row -> {
          List<HistoryRow> happened = history.upTo(itemId, row.version());
          return new Versioned(row.version(), new ItemLife(row, happened, opened(happened)).view());
        });
  }

  private Map<PersonalText, PersonalText> opened(List<HistoryRow> happened) {
    List<PersonalText> sealed =
        happened.stream()
            .flatMap(row ->
                row.event() instanceof ItemApproved approved
                    ? Stream.of(approved.name())
                    : Stream.empty())
            .distinct()
            .toList();
    List<PersonalText> open = sealed.isEmpty() ? sealed : keys.open(sealed);
    return IntStream.range(0, sealed.size())
        .boxed()
        .collect(Collectors.toMap(sealed::get, open::get));
  }
}
