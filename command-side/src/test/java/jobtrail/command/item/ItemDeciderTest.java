package jobtrail.command.item;

import static jobtrail.command.item.ItemExamples.ANNA;
import static jobtrail.command.item.ItemExamples.BOOK;
import static jobtrail.command.item.ItemExamples.FILE;
import static jobtrail.command.item.ItemExamples.ITEM;
import static jobtrail.command.item.ItemExamples.JOB;
import static jobtrail.command.item.ItemExamples.added;
import static jobtrail.command.item.ItemExamples.after;
import static jobtrail.command.item.ItemExamples.approve;
import static jobtrail.command.item.ItemExamples.artwork;
import static jobtrail.command.item.ItemExamples.happens;
import static jobtrail.command.item.ItemExamples.in;
import static jobtrail.command.item.ItemExamples.move;
import static jobtrail.command.item.ItemExamples.refused;
import static jobtrail.command.item.ItemExamples.send;
import static jobtrail.command.item.ItemExamples.through;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.item.ItemCommand.AddItems;
import jobtrail.command.item.ItemCommand.Line;
import jobtrail.command.item.ItemCommand.ReceiveArtwork;
import jobtrail.command.item.ItemRefused.Reason;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.ArtworkAdded;
import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemEvent.IssuesReported;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ItemArchived;
import jobtrail.events.item.ItemEvent.ItemCancelled;
import jobtrail.events.item.ItemEvent.ItemCompleted;
import jobtrail.events.item.ItemEvent.ItemReopened;
import jobtrail.events.item.ItemEvent.ItemRestored;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ItemDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Adding {

    @Test
    void items_are_numbered_one_after_the_other_in_the_order_of_the_list() {
      ItemId second = new ItemId("item_2");
      AddItems command =
          new AddItems(
              JOB,
              null,
              List.of(
                  new Line(ITEM, "Flyer", 500, "FLY-A5"), new Line(second, "Poster", 20, null)));

      assertThat(ItemDecider.decide(command, 7))
          .containsExactly(added(), new JobItemAdded(second, JOB, 8, "Poster", 20, null));
      BOOK.shows(command);
    }

    @Test
    void a_new_item_awaits_artwork() {
      assertThat(through())
          .isEqualTo(new Added(added(), ItemState.AWAITING_ARTWORK, 0, List.of(), Proofs.NONE));
      BOOK.shows(added());
    }

    @Test
    void nothing_happens_to_what_was_never_added_and_nothing_is_added_twice() {
      assertThatThrownBy(() -> new JobItemState.NotAdded().evolve(new ItemCompleted(ITEM, JOB)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> through().evolve(added())).isInstanceOf(IllegalStateException.class);
    }
  }

  /** The whole table is in {@link ItemMatrixTest}; here is what each move says. */
  @Nested
  class Moving {

    @Test
    void named_artwork_is_the_first_version() {
      ItemEvent event = happens(move("in_review"), through());

      assertThat(event)
          .isEqualTo(
              new ArtworkReceived(
                  ITEM,
                  JOB,
                  ItemState.AWAITING_ARTWORK,
                  1,
                  List.of(ItemFile.named("flyer.pdf", null, null))));
      changes(through(), event, ItemState.IN_REVIEW, 1);
    }

    @Test
    void artwork_may_come_without_anybody_saying_what_it_is() {
      ItemEvent event = happens(move("in_review", MoveDetails.NONE), in("customer_notified"));

      assertThat(event)
          .isEqualTo(new ArtworkReceived(ITEM, JOB, ItemState.CUSTOMER_NOTIFIED, 2, List.of()));
    }

    @Test
    void issues_are_told_as_they_were_given() {
      ItemEvent event = happens(move("customer_notified"), in("in_review"));

      assertThat(event).isEqualTo(new IssuesReported(ITEM, JOB, List.of("Bleed is missing")));
      changes(in("in_review"), event, ItemState.CUSTOMER_NOTIFIED, 1);
    }

    @Test
    void a_proof_shows_the_latest_artwork_unless_said_otherwise() {
      Added third = through("in_review", "customer_notified", "in_review");

      assertThat(happens(send("P-1"), third))
          .isEqualTo(new ProofSent(ITEM, JOB, ItemState.IN_REVIEW, "P-1", 2));
      ItemEvent event = happens(send("P-1", 1), third);
      assertThat(event).isEqualTo(new ProofSent(ITEM, JOB, ItemState.IN_REVIEW, "P-1", 1));
      changes(third, event, ItemState.PROOF_SENT, 2);
    }

    @Test
    void a_proof_cannot_show_artwork_that_never_came() {
      for (int version : new int[] {0, -1, 2, Integer.MAX_VALUE}) {
        ItemRefused refused = refused(Reason.DETAIL_INVALID, send("P-1", version), in("in_review"));
        assertThat(refused.field()).isEqualTo("artworkVersion");
      }
    }

    @Test
    void feedback_is_kept_without_a_link_when_the_shop_wrote_it_down() {
      ItemEvent event = happens(move("proof_changes_requested"), in("proof_sent"));

      assertThat(event).isEqualTo(new ProofChangesRequested(ITEM, JOB, "Larger logo", null));
      changes(in("proof_sent"), event, ItemState.PROOF_CHANGES_REQUESTED, 1);
    }

    @Test
    void the_customer_approves_only_a_proof() {
      ItemEvent event = happens(approve(ApprovedBy.CUSTOMER, ANNA), in("proof_sent"));
      assertThat(event)
          .isEqualTo(
              new ItemApproved(ITEM, JOB, ItemState.PROOF_SENT, ApprovedBy.CUSTOMER, ANNA, null));
      changes(in("proof_sent"), event, ItemState.READY_FOR_PRODUCTION, 1);

      for (String state : List.of("in_review", "customer_notified")) {
        ItemRefused refused =
            refused(Reason.DETAIL_INVALID, approve(ApprovedBy.CUSTOMER, ANNA), in(state));
        assertThat(refused.field()).isEqualTo("approvedBy");
      }
    }

    @Test
    void the_shop_may_approve_what_the_customer_has_not_seen() {
      assertThat(happens(approve(ApprovedBy.INTERNAL, ANNA), in("in_review")))
          .isEqualTo(
              new ItemApproved(ITEM, JOB, ItemState.IN_REVIEW, ApprovedBy.INTERNAL, ANNA, null));
    }

    @Test
    void an_approval_has_a_name() {
      ItemRefused refused =
          refused(Reason.DETAIL_INVALID, approve(ApprovedBy.INTERNAL, null), in("in_review"));
      assertThat(refused.field()).isEqualTo("name");
    }

    @Test
    void an_approval_taken_back_has_a_reason() {
      ItemEvent event = happens(move("in_review"), in("ready_for_production"));

      assertThat(event).isEqualTo(new ItemReopened(ITEM, JOB, "Because"));
      changes(in("ready_for_production"), event, ItemState.IN_REVIEW, 1);
    }

    @Test
    void a_complete_item_is_put_away_and_brought_back() {
      ItemEvent completed = happens(move("complete"), in("ready_for_production"));
      ItemEvent archived = happens(move("archived"), in("complete"));
      ItemEvent restored = happens(move("complete"), in("archived"));

      assertThat(List.of(completed, archived, restored))
          .containsExactly(
              new ItemCompleted(ITEM, JOB),
              new ItemArchived(ITEM, JOB),
              new ItemRestored(ITEM, JOB));
      changes(in("ready_for_production"), completed, ItemState.COMPLETE, 1);
      changes(in("complete"), archived, ItemState.ARCHIVED, 1);
      changes(in("archived"), restored, ItemState.COMPLETE, 1);
    }

    @Test
    void a_cancelled_item_stays_cancelled() {
      ItemEvent event = happens(move("cancelled"), through());

      assertThat(event)
          .isEqualTo(new ItemCancelled(ITEM, JOB, ItemState.AWAITING_ARTWORK, "Because"));
      changes(through(), event, ItemState.CANCELLED, 0);
      assertThat(ItemMove.from(ItemState.CANCELLED)).isEmpty();
    }

    @Test
    void a_refused_move_leaves_no_doubt_where_the_item_may_go() {
      refused(Reason.NOT_ALLOWED, move("proof_sent"), in("ready_for_production"));

      assertThat(ItemMove.from(ItemState.READY_FOR_PRODUCTION).stream().map(ItemMove::to))
          .containsExactly(ItemState.IN_REVIEW, ItemState.COMPLETE, ItemState.CANCELLED);
    }
  }

  @Nested
  class ReceivingArtwork {

    @Test
    void uploaded_artwork_moves_an_item_that_awaits_it() {
      for (String state :
          List.of("awaiting_artwork", "customer_notified", "proof_changes_requested")) {
        Added item = in(state);
        assertThat(happens(artwork(), item))
            .isEqualTo(
                new ArtworkReceived(
                    ITEM, JOB, item.state(), item.artworkVersion() + 1, List.of(FILE)));
      }
    }

    @Test
    void an_item_in_review_gets_one_more_version_and_stays_there() {
      ItemEvent event = happens(artwork(), in("in_review"));

      assertThat(event).isEqualTo(new ArtworkAdded(ITEM, JOB, 2, List.of(FILE)));
      changes(in("in_review"), event, ItemState.IN_REVIEW, 2);
    }

    @Test
    void the_same_files_once_more_are_nothing_new() {
      Added item = after(in("awaiting_artwork"), artwork());
      ItemFile renamed = new ItemFile("b.pdf", FILE.size(), FILE.sha256(), FILE.mediaType());

      assertThat(ItemDecider.isDone(artwork(), item)).isTrue();
      for (List<ItemFile> files :
          List.of(List.of(renamed), List.of(FILE, FILE), List.of(FILE, renamed))) {
        assertThat(ItemDecider.isDone(new ReceiveArtwork(ITEM, files), item)).isFalse();
      }
      assertThat(ItemDecider.isDone(artwork(), in("in_review"))).isFalse();
      assertThat(ItemDecider.isDone(artwork(), after(item, move("customer_notified")))).isFalse();
      assertThat(ItemDecider.isDone(move("cancelled"), item)).isFalse();
    }

    @Test
    void nowhere_else_artwork_is_taken_in() {
      for (String state :
          List.of("proof_sent", "ready_for_production", "complete", "cancelled", "archived")) {
        refused(Reason.NOT_ALLOWED, artwork(), in(state));
      }
    }
  }

  private static void changes(Added item, ItemEvent event, ItemState to, int artworkVersion) {
    Added changed = (Added) item.evolve(event);
    assertThat(changed.state()).isEqualTo(to);
    assertThat(changed.artworkVersion()).isEqualTo(artworkVersion);
    assertThat(changed.line()).isEqualTo(item.line());
    BOOK.shows(event);
  }
}
