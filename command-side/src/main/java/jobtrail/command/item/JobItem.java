package jobtrail.command.item;

import java.time.Instant;
import java.util.Objects;
import jobtrail.command.item.ItemCommand.AnswerProof;
import jobtrail.command.item.ItemCommand.IssueProofLink;
import jobtrail.command.item.ItemCommand.OfOne;
import jobtrail.command.item.ItemCommand.ReceiveArtwork;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ItemCommand.UploadProof;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.CommandRefused;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One product line of a job. Its life begins when it is ordered, with the job or later; from then
 * on it goes its own way from artwork through proofs to production, whatever its siblings do, until
 * it is cancelled or archived.
 *
 * <p>Hands commands to {@link ItemDecider} and remembers what it decided. Holds no rule of its own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class JobItem {

  @AggregateIdentifier private ItemId id;
  private JobItemState state = new JobItemState.NotAdded();
  private final ItemChronicle chronicle = new ItemChronicle();

  JobItem() {}

  @CommandHandler
  Ruled<Added> handle(TransitionJobItem command) {
    return rule(command);
  }

  @CommandHandler
  Ruled<Added> handle(ReceiveArtwork command) {
    return rule(command);
  }

  @CommandHandler
  Ruled<Added> handle(UploadProof command) {
    return rule(command);
  }

  @CommandHandler
  Ruled<Added> handle(IssueProofLink command) {
    return rule(command);
  }

  @CommandHandler
  Ruled<Added> handle(AnswerProof command) {
    return rule(command);
  }

  @EventSourcingHandler
  void on(ItemEvent event, @Timestamp Instant at, @MetaDataValue("actor") @Nullable String actor) {
    id = event.itemId();
    state = state.evolve(event);
    chronicle.heard(event, at, actor);
  }

  private Ruled<Added> rule(OfOne command) {
    try {
      Deliberation.begin();
      if (!ItemDecider.isDone(command, added())) {
        AggregateLifecycle.apply(ItemDecider.decide(command, added()));
      }
      return Ruled.now(added(), chronicle.times());
    } catch (CommandRefused refused) {
      Times times = chronicle.times();
      refused.seeing("item", Items.told(added(), times.created(), times.updated()));
      throw refused.seeing("lastMove", Objects.requireNonNull(chronicle.lastMove()));
    }
  }

  private Added added() {
    if (state instanceof Added added) {
      return added;
    }
    throw new IllegalStateException("Never added: " + id);
  }
}
