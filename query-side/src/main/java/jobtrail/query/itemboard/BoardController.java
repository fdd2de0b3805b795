package jobtrail.query.itemboard;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jobtrail.events.item.ItemState;
import jobtrail.http.OptionalName;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.itemboard.BoardView.Card;
import jobtrail.query.itemboard.BoardView.Column;
import jobtrail.query.items.AskedItems;
import jobtrail.query.items.Items;
import jobtrail.query.jobs.Jobs;
import jobtrail.query.platform.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/item-board")
@Tag(name = "Job items")
class BoardController {

  /** Items in a column, unless told. */
  private static final int SHOWN = 50;

  private static final int MOST_SHOWN = 500;

  private final BoardSql board;
  private final Clock clock;

  /** Takes the clock of the application, where there is one. */
  BoardController(BoardSql board, ObjectProvider<Clock> clocks) {
    this.board = board;
    this.clock = clocks.getIfAvailable(Clock::systemUTC);
  }

  @GetMapping
  @Reads({Items.VIEW, Jobs.VIEW})
  @Operation(
      summary = "The items by state, those that have been there longest first",
      description =
          "A column for each state, with the first 50 items unless limit says otherwise (500 at"
              + " most), and how many there are. A cursor goes on in one column, and so needs its"
              + " state.")
  ResponseEntity<BoardView> board(
      @Parameter(
              description = "Only the columns of these states, separated by commas",
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
      Page page,
      HttpServletRequest request) {
    Set<ItemState> states = AskedItems.states(state);
    if (page.cursor() != null && states.size() != 1) {
      throw RequestRefused.invalid("cursor", "goes on in one column: name its state");
    }
    int limit = limit(page, request);
    BoardFilter filter =
        new BoardFilter(
            states,
            AskedItems.stripped(reference),
            AskedItems.stripped(company),
            AskedItems.job(job, jobId));
    List<Column> columns = board.columns(filter, new Page(limit, page.cursor()), clock.instant());
    BoardView shown = new BoardView(columns.stream().map(column -> first(limit, column)).toList());
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (states.size() == 1 && columns.getFirst().items().size() > limit) {
      Card last = shown.columns().getFirst().items().getLast();
      answer.header(HttpHeaders.LINK, Page.linkToNext(request, last.position()));
    }
    return answer.body(shown);
  }

  private static Column first(int limit, Column column) {
    List<Card> items = column.items();
    return items.size() <= limit
        ? column
        : new Column(column.state(), column.count(), items.subList(0, limit));
  }

  private static int limit(Page page, HttpServletRequest request) {
    if (request.getParameter("limit") == null) {
      return SHOWN;
    }
    if (page.limit() > MOST_SHOWN) {
      throw RequestRefused.invalid("limit", "cannot be greater than " + MOST_SHOWN);
    }
    return page.limit();
  }
}
