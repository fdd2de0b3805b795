package jobtrail.command.item;

import static jobtrail.command.item.ItemExamples.FILE;
import static jobtrail.command.item.ItemExamples.ITEM;
import static jobtrail.command.item.ItemExamples.JOB;
import static jobtrail.command.item.ItemExamples.NO;
import static jobtrail.command.item.ItemExamples.added;
import static jobtrail.command.item.ItemExamples.answer;
import static jobtrail.command.item.ItemExamples.artwork;
import static jobtrail.command.item.ItemExamples.issued;
import static jobtrail.command.item.ItemExamples.link;
import static jobtrail.command.item.ItemExamples.move;
import static jobtrail.command.item.ItemExamples.upload;
import static jobtrail.command.item.ItemExamples.uploaded;

import java.util.List;
import jobtrail.command.platform.AddressedCommands;
import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemEvent.ItemCancelled;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemState;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class JobItemTest {

  private static final ArtworkReceived RECEIVED =
      new ArtworkReceived(ITEM, JOB, ItemState.AWAITING_ARTWORK, 1, List.of(FILE));
  private static final ProofSent SENT = new ProofSent(ITEM, JOB, ItemState.IN_REVIEW, "P-1", 1);

  private final FixtureConfiguration<JobItem> item =
      new AggregateTestFixture<>(JobItem.class)
          .registerCommandTargetResolver(new AddressedCommands());

  @Test
  void a_move_reaches_the_rules() {
    item.given(added())
        .when(move("cancelled"))
        .expectEvents(new ItemCancelled(ITEM, JOB, ItemState.AWAITING_ARTWORK, "Because"));
  }

  @Test
  void a_refusal_comes_back_as_it_was_said() {
    item.given(added())
        .when(move("complete"))
        .expectException(ItemRefused.class)
        .expectExceptionMessage("An item cannot go from awaiting_artwork to complete")
        .expectNoEvents();
  }

  @Test
  void uploads_reach_the_rules() {
    item.given(added()).when(artwork()).expectEvents(RECEIVED);
    item.given(added(), RECEIVED).when(upload("P-1")).expectEvents(uploaded("P-1"));
  }

  @Test
  void links_and_their_answers_reach_the_rules() {
    item.given(added(), RECEIVED, uploaded("P-1"))
        .when(link(null, "a"))
        .expectEvents(issued("P-1", "a"));
    item.given(added(), RECEIVED, uploaded("P-1"), SENT, issued("P-1", "a"))
        .when(answer("a", NO))
        .expectEvents(new ProofChangesRequested(ITEM, JOB, "Larger logo", "a"));
  }
}
