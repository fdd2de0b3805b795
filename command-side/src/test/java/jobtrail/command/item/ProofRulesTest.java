package jobtrail.command.item;

import static jobtrail.command.item.ItemExamples.ANNA;
import static jobtrail.command.item.ItemExamples.BOOK;
import static jobtrail.command.item.ItemExamples.FILE;
import static jobtrail.command.item.ItemExamples.ITEM;
import static jobtrail.command.item.ItemExamples.JOB;
import static jobtrail.command.item.ItemExamples.LATER;
import static jobtrail.command.item.ItemExamples.NO;
import static jobtrail.command.item.ItemExamples.YES;
import static jobtrail.command.item.ItemExamples.after;
import static jobtrail.command.item.ItemExamples.answer;
import static jobtrail.command.item.ItemExamples.artwork;
import static jobtrail.command.item.ItemExamples.happens;
import static jobtrail.command.item.ItemExamples.in;
import static jobtrail.command.item.ItemExamples.issued;
import static jobtrail.command.item.ItemExamples.link;
import static jobtrail.command.item.ItemExamples.move;
import static jobtrail.command.item.ItemExamples.refused;
import static jobtrail.command.item.ItemExamples.send;
import static jobtrail.command.item.ItemExamples.upload;
import static jobtrail.command.item.ItemExamples.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.item.ItemCommand.AnswerProof;
import jobtrail.command.item.ItemRefused.Reason;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.events.item.ItemState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProofRulesTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  /** P-1 is on file and was sent. */
  private static Added sent() {
    return after(in("in_review"), upload("P-1"), send("P-1"));
  }

  /** P-1 is on file and was sent, and the link "a" leads to it. */
  private static Added linked() {
    return after(sent(), link(null, "a"));
  }

  @Nested
  class Uploading {

    @Test
    void a_proof_is_put_on_file_while_one_is_in_the_making() {
      for (String state : List.of("in_review", "proof_sent", "proof_changes_requested")) {
        ProofUploaded event = (ProofUploaded) happens(upload("P-9"), in(state));

        assertThat(event).isEqualTo(uploaded("P-9"));
        Added changed = (Added) in(state).evolve(event);
        assertThat(changed.state()).isEqualTo(in(state).state());
        assertThat(changed.proofs().uploaded()).containsEntry("P-9", FILE);
        assertThat(changed.proofs().latest()).isEqualTo("P-9");
        BOOK.shows(event);
      }
    }

    @Test
    void nowhere_else_a_proof_is_put_on_file() {
      for (String state :
          List.of(
              "awaiting_artwork",
              "customer_notified",
              "ready_for_production",
              "complete",
              "cancelled",
              "archived")) {
        refused(Reason.NOT_ALLOWED, upload("P-9"), in(state));
      }
    }

    @Test
    void a_reference_stands_for_one_proof_only() {
      refused(Reason.PROOF_TAKEN, upload("P-1"), after(in("in_review"), upload("P-1")));
      refused(Reason.PROOF_TAKEN, upload("P-1"), in("proof_sent"));
    }
  }

  @Nested
  class Linking {

    @Test
    void a_link_leads_to_the_proof_that_awaits_an_answer() {
      Added prepared = after(sent(), upload("P-2"));

      ProofLinkIssued event = (ProofLinkIssued) happens(link(null, "a"), prepared);

      assertThat(event).isEqualTo(issued("P-1", "a"));
      assertThat(((Added) prepared.evolve(event)).proofs().links())
          .containsEntry("a", new ProofLink("P-1", LATER, 1, null));
      BOOK.shows(event);
    }

    @Test
    void while_none_awaits_one_it_leads_to_the_latest_on_file() {
      Added item = after(in("in_review"), upload("P-1"), upload("P-2"));

      assertThat(happens(link(null, "a"), item)).isEqualTo(issued("P-2", "a"));
    }

    @Test
    void a_proof_can_be_named_be_it_sent_or_only_prepared() {
      Added prepared = after(sent(), upload("P-2"));

      assertThat(happens(link("P-1", "a"), prepared)).isEqualTo(issued("P-1", "a"));
      assertThat(happens(link("P-2", "a"), prepared)).isEqualTo(issued("P-2", "a"));
    }

    @Test
    void there_is_no_link_without_a_file() {
      refused(Reason.NO_PROOF, link(null, "a"), in("in_review"));
      refused(Reason.PROOF_UNKNOWN, link("P-9", "a"), sent());
      // Sent, but by other means.
      refused(Reason.PROOF_UNKNOWN, link(null, "a"), in("proof_sent"));
    }

    @Test
    void there_is_no_link_to_a_proof_that_a_newer_one_has_replaced() {
      Added second = after(sent(), upload("P-2"), move("proof_changes_requested"), send("P-2"));

      refused(Reason.PROOF_OVERTAKEN, link("P-1", "a"), second);
      // The shop has gone back to the first one.
      Added first = after(second, move("proof_changes_requested"), send("P-1"));
      assertThat(happens(link("P-1", "a"), first)).isEqualTo(issued("P-1", "a"));
    }

    @Test
    void there_is_no_link_once_nobody_waits_for_an_answer() {
      for (String state : List.of("ready_for_production", "complete", "cancelled", "archived")) {
        refused(Reason.PAST_ANSWERING, link(null, "a"), in(state));
      }
    }
  }

  @Nested
  class Answering {

    @Test
    void the_customer_approves_by_a_link() {
      ItemApproved event = (ItemApproved) happens(answer("a", YES), linked());

      assertThat(event)
          .isEqualTo(
              new ItemApproved(ITEM, JOB, ItemState.PROOF_SENT, ApprovedBy.CUSTOMER, ANNA, "a"));
      assertThat(((Added) linked().evolve(event)).state())
          .isEqualTo(ItemState.READY_FOR_PRODUCTION);
      BOOK.shows(event);
    }

    @Test
    void the_customer_asks_for_changes_by_a_link() {
      ProofChangesRequested event = (ProofChangesRequested) happens(answer("a", NO), linked());

      assertThat(event).isEqualTo(new ProofChangesRequested(ITEM, JOB, "Larger logo", "a"));
      assertThat(((Added) linked().evolve(event)).state())
          .isEqualTo(ItemState.PROOF_CHANGES_REQUESTED);
    }

    @Test
    void a_link_that_nobody_made_leads_nowhere() {
      refused(Reason.LINK_UNKNOWN, answer("b", YES), linked());
    }

    @Test
    void a_link_leads_nowhere_from_the_moment_it_expires() {
      happens(new AnswerProof(ITEM, "a", LATER.minusMillis(1), YES), linked());
      refused(Reason.LINK_EXPIRED, new AnswerProof(ITEM, "a", LATER, YES), linked());
    }

    @Test
    void who_answers_second_is_told_what_was_answered_whoever_did() {
      Added two = after(linked(), link(null, "b"));

      Added approved = after(two, answer("a", YES));
      for (String token : List.of("a", "b")) {
        assertThat(refused(Reason.ALREADY_ANSWERED, answer(token, NO), approved))
            .hasMessage("The proof has been approved already");
      }
      Added changes = after(two, answer("b", NO));
      for (String token : List.of("a", "b")) {
        assertThat(refused(Reason.ALREADY_ANSWERED, answer(token, YES), changes))
            .hasMessage("Changes to the proof have been asked for already");
      }
      refused(Reason.ALREADY_ANSWERED, answer("a", YES), after(two, move("ready_for_production")));
    }

    @Test
    void what_was_answered_by_a_link_is_told_for_ever() {
      Added rejected = after(linked(), answer("a", NO), upload("P-2"), send("P-2"));
      AnswerProof late = new AnswerProof(ITEM, "a", LATER.plusSeconds(1), YES);

      assertThat(refused(Reason.ALREADY_ANSWERED, late, rejected))
          .hasMessage("Changes to the proof have been asked for already");
    }

    @Test
    void another_sending_takes_a_links_place() {
      Added rejected = after(linked(), move("proof_changes_requested"));

      refused(
          Reason.LINK_SUPERSEDED, answer("a", YES), after(rejected, upload("P-2"), send("P-2")));
      refused(Reason.LINK_SUPERSEDED, answer("a", YES), after(rejected, send("P-1")));
    }

    @Test
    void a_link_made_before_its_proof_is_sent_lives_from_then_on() {
      Added prepared = after(in("in_review"), upload("P-1"), link(null, "a"));

      refused(Reason.NOT_SENT_YET, answer("a", YES), prepared);
      happens(answer("a", YES), after(prepared, send("P-1")));
    }

    @Test
    void a_link_made_before_its_proof_is_sent_dies_when_another_one_is() {
      Added prepared = after(in("in_review"), upload("P-1"), link(null, "a"));

      refused(Reason.LINK_SUPERSEDED, answer("a", YES), after(prepared, send("elsewhere")));
    }

    @Test
    void a_proof_in_preparation_is_not_answered_in_place_of_the_one_that_was_sent() {
      Added prepared = after(sent(), upload("P-2"), link("P-2", "b"));

      refused(Reason.NOT_SENT_YET, answer("b", YES), prepared);
      happens(answer("b", YES), after(prepared, move("proof_changes_requested"), send("P-2")));
    }

    @Test
    void nothing_is_answered_once_the_item_is_cancelled_or_approved_without_the_proof() {
      refused(Reason.LINK_WITHDRAWN, answer("a", YES), after(linked(), move("cancelled")));
      Added prepared = after(in("in_review"), upload("P-1"), link(null, "a"));
      refused(
          Reason.LINK_WITHDRAWN, answer("a", YES), after(prepared, move("ready_for_production")));
    }

    @Test
    void after_new_artwork_an_answered_proof_stays_answered() {
      Added again = after(linked(), move("proof_changes_requested"), artwork());

      refused(Reason.ALREADY_ANSWERED, answer("a", YES), again);
    }
  }
}
