package jobtrail.command.item;

import java.time.Instant;
import java.util.List;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemState;

/** How an item is told to who asked something of it. */
final class Items {

  private Items() {}

  static ItemAnswer told(Answer<Added> answer) {
    return told(answer.state(), answer.createdAt(), answer.updatedAt());
  }

  static ItemAnswer told(Added item, Instant createdAt, Instant updatedAt) {
    JobItemAdded line = item.line();
    return new ItemAnswer(
        line.itemId(),
        line.jobId(),
        line.number(),
        line.name(),
        line.quantity(),
        line.productCode(),
        item.state(),
        item.artworkVersion(),
        item.proofs().sent(),
        createdAt,
        updatedAt);
  }

  static ItemAnswer told(JobItemAdded line, Instant recordedAt) {
    return told(
        new Added(line, ItemState.AWAITING_ARTWORK, 0, List.of(), Proofs.NONE),
        recordedAt,
        recordedAt);
  }
}
