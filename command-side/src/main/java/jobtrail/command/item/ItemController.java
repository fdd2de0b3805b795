package jobtrail.command.item;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ItemRequests.Transition;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.command.platform.KnownStreams;
import jobtrail.events.item.ItemId;
import jobtrail.events.job.JobId;
import jobtrail.http.Checked;
import jobtrail.http.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds items to jobs and moves them through their lives. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemController {

  private final CommandDesk desk;
  private final ItemOrders orders;
  private final KnownStreams streams;
  private final Checked checked;

  ItemController(CommandDesk desk, ItemOrders orders, KnownStreams streams, Checked checked) {
    this.desk = desk;
    this.orders = orders;
    this.streams = streams;
    this.checked = checked;
  }

  @PostMapping("/jobs/{jobId}/items")
  @Operation(summary = "Add items to a job; a list is answered by a list, all or nothing")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(oneOf = {ItemAnswer.class, ItemAnswer[].class})))
  ResponseEntity<Object> add(
      @PathVariable String jobId, @RequestBody OneOrMany items, Caller caller) {
    JobId job = streams.job(jobId);
    Answer<List<ItemAnswer>> answer = orders.add(job, items.checked(checked), caller);
    ItemAnswer first = answer.state().getFirst();
    return items.many()
        ? answer.createdMany("/api/jobs/" + job + "/items", answer.state())
        : answer.created("/api/items/" + first.id(), first);
  }

  @PostMapping("/items/{itemId}/transition")
  @Operation(summary = "Bring an item into another state")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ItemAnswer.class)))
  ResponseEntity<Object> move(
      @PathVariable String itemId, @RequestBody Transition asked, IfMatch ifMatch, Caller caller) {
    ItemId id = streams.item(itemId);
    Answer<Added> answer =
        desk.send(
            new TransitionJobItem(
                id, asked.to(), asked.of(id, ItemRequests.faults(asked, checked))),
            caller.actingAs(asked.userId()),
            ifMatch);
    return answer.ok(Items.told(answer));
  }
}
