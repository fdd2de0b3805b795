package jobtrail.query.itemboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/** The item board: a column for each state, in the order of the states. */
@Schema(name = "ItemBoard")
record BoardView(List<Column> columns) {

  /** The items in one state, those that have been there longest first. */
  @Schema(name = "ItemBoardColumn")
  record Column(
      ItemState state,
      @Schema(description = "All items in the state that are asked for, shown or not") long count,
      List<Card> items) {}

  /** An item on the board. */
  @Schema(name = "ItemBoardItem")
  record Card(
      String id,
      String jobId,
      String jobName,
      @Nullable String reference,
      @Nullable String company,
      long number,
      String name,
      int quantity,
      @Nullable String productCode,
      int artworkVersion,
      @Schema(description = "When it came to the state") Instant since,
      @Schema(description = "How long it is there, as this was answered") long ageSeconds,
      @JsonIgnore @Schema(hidden = true) long position) {}
}
