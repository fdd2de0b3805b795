package jobtrail.command.item;

import java.util.List;
import jobtrail.command.item.ItemCommand.AddItems;
import jobtrail.command.item.ItemCommand.Line;
import jobtrail.command.item.ItemCommand.TransitionItems;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ManyItems.Outcome;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.command.platform.ItemsOfJobs;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.NewItem;
import jobtrail.command.platform.Storing;
import jobtrail.command.platform.Trimmed;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemId;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobId;
import jobtrail.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands in what is asked of many items at once. */
@Component
class ItemOrders implements ItemsOfJobs {

  private final CommandDesk desk;
  private final NewIds ids;

  ItemOrders(CommandDesk desk, NewIds ids) {
    this.desk = desk;
    this.ids = ids;
  }

  @Override
  public Answer<List<ItemAnswer>> takeIn(JobCreated job, List<NewItem> items, Caller caller) {
    return add(job.jobId(), job, items, caller);
  }

  /** Adds items to a job that is there. */
  Answer<List<ItemAnswer>> add(JobId jobId, List<NewItem> items, Caller caller) {
    return add(jobId, null, items, caller);
  }

  private Answer<List<ItemAnswer>> add(
      JobId jobId, @Nullable JobCreated job, List<NewItem> items, Caller caller) {
    List<Line> lines = items.stream().map(this::line).toList();
    Answer<List<JobItemAdded>> answer =
        desk.send(new AddItems(jobId, job, lines), caller, IfMatch.ABSENT);
    List<ItemAnswer> added =
        answer.state().stream().map(item -> Items.told(item, answer.updatedAt())).toList();
    return new Answer<>(
        added, answer.version(), answer.position(), answer.createdAt(), answer.updatedAt());
  }

  private Line line(NewItem item) {
    return new Line(
        new ItemId(ids.next(ItemId.PREFIX)),
        item.name().strip(),
        item.quantity(),
        Trimmed.of(item.productCode()));
  }

  /** Moves each of many items. */
  Answer<List<Outcome>> move(
      List<TransitionJobItem> commands, Storing storing, Caller caller, IfMatch ifMatch) {
    Answer<List<Outcome>> answer =
        desk.send(new TransitionItems(commands, storing), caller, ifMatch);
    // These streams have grown beside this node's copies of them.
    answer.state().stream()
        .filter(Outcome::stored)
        .forEach(outcome -> desk.grown(outcome.itemId().value()));
    return answer;
  }
}
