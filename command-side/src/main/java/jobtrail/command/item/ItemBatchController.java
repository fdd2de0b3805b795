package jobtrail.command.item;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ItemRequests.BatchTransition;
import jobtrail.command.item.ManyItems.Outcome;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.command.platform.Storing;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.http.Checked;
import jobtrail.http.FieldError;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Brings many items into the same state, with a result for each. */
@RestController
@RequestMapping(path = "/api/items", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemBatchController {

  private final ItemOrders orders;
  private final Checked checked;

  ItemBatchController(ItemOrders orders, Checked checked) {
    this.orders = orders;
    this.checked = checked;
  }

  @PostMapping("/transition")
  @Operation(summary = "Bring items into another state")
  @ApiResponse(
      responseCode = "200",
      description = "A result for each item, in the order asked",
      content = @Content(schema = @Schema(implementation = ItemResults.class)))
  @ApiResponse(
      responseCode = "409",
      description = "Asked for all or nothing, and one was refused: nothing was stored",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ItemResults.class)))
  ResponseEntity<Object> move(
      @RequestBody BatchTransition asked,
      @RequestParam(defaultValue = "false") boolean atomic,
      IfMatch ifMatch,
      Caller caller) {
    List<FieldError> faults = ItemRequests.faults(asked, checked);
    // Whoever is named twice is meant once; what cannot even be an id has its result too.
    Set<String> ids = new LinkedHashSet<>(asked.itemIds());
    List<TransitionJobItem> commands =
        ids.stream()
            .flatMap(ItemBatchController::parsed)
            .map(id -> new TransitionJobItem(id, asked.to(), asked.of(id, faults)))
            .toList();
    if (commands.size() > 1 && !ifMatch.any()) {
      throw RequestRefused.invalid(
          HttpHeaders.IF_MATCH, "names one version, which many items cannot share");
    }
    Map<String, ItemResult> results = new LinkedHashMap<>();
    ids.forEach(id -> results.put(id, ItemResult.unknown(id)));
    if (commands.isEmpty()) {
      return ResponseEntity.status(atomic ? 409 : 200).body(ItemResults.of(results));
    }
    boolean complete = commands.size() == ids.size();
    Storing storing = atomic ? complete ? Storing.ALL_OR_NOTHING : Storing.NOTHING : Storing.EACH;
    Answer<List<Outcome>> answer =
        orders.move(commands, storing, caller.actingAs(asked.userId()), ifMatch);
    boolean refused =
        atomic
            && (!complete
                || answer.state().stream().anyMatch(outcome -> outcome.refused() != null));
    for (Outcome outcome : answer.state()) {
      results.put(outcome.itemId().value(), ItemResult.of(outcome));
    }
    return answer.many(refused ? 409 : 200, ItemResults.of(results));
  }

  private static Stream<ItemId> parsed(String id) {
    try {
      return Stream.of(new ItemId(id));
    } catch (IllegalArgumentException notAnId) {
      return Stream.empty();
    }
  }

  /** What a batch answers. */
  record ItemResults(List<ItemResult> results) {

    static ItemResults of(Map<String, ItemResult> byId) {
      return new ItemResults(List.copyOf(byId.values()));
    }
  }

  /**
   * What became of one item.
   *
   * @param status ok or refused
   * @param item as the batch left it; null when there is none, or nothing was stored of it
   * @param code why it was refused; null when it was not
   * @param state where it stands; null unless it cannot go from there to where it was asked
   * @param allowed where it may go from there, in that case
   */
  record ItemResult(
      String id,
      String status,
      @Nullable ItemAnswer item,
      @Nullable String code,
      @Nullable String message,
      @Nullable ItemState state,
      @Nullable List<ItemState> allowed) {

    static ItemResult unknown(String id) {
      RequestRefused refused = RequestRefused.notFound("Item", id);
      return new ItemResult(id, "refused", null, refused.code(), refused.detail(), null, null);
    }

    static ItemResult of(Outcome outcome) {
      String id = outcome.itemId().value();
      ItemRefused refused = outcome.refused();
      if (refused != null) {
        return refused(id, outcome.item(), refused);
      }
      ItemAnswer item = outcome.stored() ? outcome.item() : null;
      return new ItemResult(id, "ok", item, null, null, null, null);
    }

    private static ItemResult refused(String id, @Nullable ItemAnswer item, ItemRefused refused) {
      ItemState state =
          item != null && refused.reason() == ItemRefused.Reason.NOT_ALLOWED ? item.state() : null;
      return new ItemResult(
          id,
          "refused",
          item,
          refused.code(),
          refused.getMessage(),
          state,
          state == null ? null : ItemMove.from(state).stream().map(ItemMove::to).toList());
    }
  }
}
