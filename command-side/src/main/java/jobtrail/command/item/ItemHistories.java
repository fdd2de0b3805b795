package jobtrail.command.item;

import java.util.List;
import java.util.Optional;
import jobtrail.events.item.ItemId;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.springframework.stereotype.Component;

/** Finds items as the ledger tells them, for those who only want to look. */
@Component
class ItemHistories {

  private final Ledger ledger;
  private final EventTranslator translator;

  ItemHistories(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  /**
   * An item that is meant to be there.
   *
   * @throws RequestRefused 404 when it is not
   */
  ItemHistory byId(ItemId itemId) {
    return find(itemId).orElseThrow(() -> RequestRefused.notFound("Item", itemId.value()));
  }

  /** Empty when there is no such item. */
  Optional<ItemHistory> find(ItemId itemId) {
    List<StoredEvent> stream = ledger.stream(itemId.value(), 0);
    return stream.isEmpty() ? Optional.empty() : Optional.of(ItemHistory.of(stream, translator));
  }

  /** An item may have been changed by another node, of which this one has not heard yet. */
  long seen(ItemHistory item) {
    return Math.max(ledger.knownHead(), item.last().position());
  }
}
