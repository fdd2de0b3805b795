package jobtrail.query.items;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.events.item.ItemState;
import jobtrail.http.ETags;
import jobtrail.http.OptionalName;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.jobs.Jobs;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Job items")
class ItemController {

  private final Items items;
  private final ItemSql lists;
  private final Jobs jobs;

  ItemController(Items items, ItemSql lists, Jobs jobs) {
    this.items = items;
    this.lists = lists;
    this.jobs = jobs;
  }

  @GetMapping("/items")
  @Reads({Items.VIEW, Jobs.VIEW})
  @Operation(summary = "The items that are asked for, newest first")
  ResponseEntity<List<ItemView>> all(
      @Parameter(
              description = "Only items in one of these states, separated by commas",
              explode = Explode.FALSE,
              array = @ArraySchema(schema = @Schema(implementation = ItemState.class)))
          @RequestParam(required = false)
          @Nullable List<String> state,
      @Parameter(description = "Only items of jobs that the customer knows by this number")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String reference,
      @Parameter(description = "The whole company of the job, in any case")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String company,
      @Parameter(description = "Id of the job") @RequestParam(required = false)
          @Nullable String job,
      @Parameter(description = "The same as job") @RequestParam(required = false)
          @Nullable String jobId,
      @Parameter(
              description =
                  "Words that all stand somewhere in number, name or product code, or in what the"
                      + " job is found by")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String q,
      Page page,
      HttpServletRequest request) {
    ItemFilter filter =
        new ItemFilter(
            AskedItems.states(state),
            AskedItems.stripped(reference),
            AskedItems.stripped(company),
            AskedItems.job(job, jobId),
            q);
    return Listing.answer(
        lists.newest(filter, page), page, ItemRow::createdPosition, ItemView::of, request);
  }

  @GetMapping("/jobs/{jobId}/items")
  @Reads({Items.VIEW, Jobs.VIEW})
  @Operation(summary = "A job's items in the order they were added")
  ResponseEntity<List<ItemView>> ofJob(
      @PathVariable("jobId") String id, Page page, HttpServletRequest request) {
    if (!jobs.isThere(id)) {
      throw RequestRefused.notFound("Job", id);
    }
    return Listing.answer(
        lists.ofJob(id, page), page, ItemRow::createdPosition, ItemView::of, request);
  }

  @GetMapping("/items/{itemId}")
  @Reads(Items.VIEW)
  @Operation(summary = "One item with all that happened to it, its artwork and its proofs")
  ResponseEntity<ItemLifeView> one(@PathVariable("itemId") String id) {
    Items.Versioned item = items.byId(id).orElseThrow(() -> RequestRefused.notFound("Item", id));
    return ResponseEntity.ok().eTag(ETags.of(item.version())).body(item.life());
  }
}
