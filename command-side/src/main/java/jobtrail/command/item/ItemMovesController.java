package jobtrail.command.item;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import jobtrail.command.item.ItemMove.Detail;
import jobtrail.command.platform.KnownStreams;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.http.ETags;
import jobtrail.http.LedgerPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what may happen to an item next; reads the ledger, no view. */
@RestController
@RequestMapping(path = "/api/items/{itemId}", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemMovesController {

  private final KnownStreams streams;
  private final ItemHistories items;

  ItemMovesController(KnownStreams streams, ItemHistories items) {
    this.streams = streams;
    this.items = items;
  }

  @GetMapping("/transitions")
  @Operation(summary = "Where an item may go from here, and what has to be said with it")
  ResponseEntity<Transitions> transitions(@PathVariable String itemId) {
    ItemId id = streams.item(itemId);
    ItemHistory item = items.byId(id);
    ItemState state = item.state().state();
    List<Next> next = ItemMove.from(state).stream().map(Next::of).toList();
    return ResponseEntity.ok()
        .eTag(ETags.of(item.last().sequence()))
        .header(LedgerPosition.HEADER, Long.toString(items.seen(item)))
        .body(new Transitions(id, state, next));
  }

  /** What may follow the state in which an item is; nothing may follow the last ones. */
  record Transitions(ItemId itemId, ItemState state, List<Next> transitions) {}

  /**
   * One way on.
   *
   * @param event the name under which it will stand in the ledger
   */
  record Next(ItemState to, String event, List<NextDetail> details) {

    static Next of(ItemMove move) {
      return new Next(
          move.to(), move.eventName(), move.details().stream().map(NextDetail::of).toList());
    }
  }

  /**
   * Something that is said with a move.
   *
   * @param type text, texts, number, files or choice
   * @param values what can be chosen; null when anything can be said
   */
  record NextDetail(String name, boolean required, String type, @Nullable List<String> values) {

    static NextDetail of(Detail detail) {
      return new NextDetail(
          detail.name(),
          detail.required(),
          detail.type(),
          detail.values().isEmpty() ? null : detail.values());
    }
  }
}
