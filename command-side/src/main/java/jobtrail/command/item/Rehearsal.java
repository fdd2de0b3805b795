package jobtrail.command.item;

import jobtrail.command.item.ItemCommand.OfOne;
import jobtrail.command.item.ItemHistory.Told;
import jobtrail.command.platform.CommandRefused;
import jobtrail.events.item.ItemState;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * Rules on a command as the ledger stands and stores nothing: who brings a large file is told
 * before it is sent, and before it is stored, that it is not wanted.
 */
@Component
class Rehearsal {

  private final Ledger ledger;
  private final ItemHistories items;

  Rehearsal(Ledger ledger, ItemHistories items) {
    this.ledger = ledger;
    this.items = items;
  }

  /**
   * Goes through the ruling that will be made when the command is handed in.
   *
   * @throws RequestRefused 404 or 412, and {@link ItemRefused} as the command would be
   */
  void of(OfOne command, IfMatch ifMatch) {
    ItemHistory item = items.byId(command.itemId());
    try {
      ifMatch.check(item.last().sequence());
      ItemDecider.decide(command, item.state());
    } catch (RequestRefused stale) {
      throw stale.with("item", item.answer());
    } catch (ItemRefused refused) {
      // What it was refused for may come from another node; the answer's position has to cover it.
      ledger.head();
      throw seen(item, refused);
    }
  }

  /** With what the item itself says of a refusal. */
  private static CommandRefused seen(ItemHistory item, ItemRefused refused) {
    refused.seeing("item", item.answer());
    for (Told told : item.told().reversed()) {
      ItemState to = told.event().to();
      if (to != null) {
        return refused.seeing("lastMove", LastMove.of(told.event(), to, told.at(), told.actor()));
      }
    }
    return refused;
  }
}
