package jobtrail.command.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jobtrail.command.PaperMoves;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.item.ItemCommand.AnswerProof;
import jobtrail.command.item.ItemCommand.IssueProofLink;
import jobtrail.command.item.ItemCommand.OfOne;
import jobtrail.command.item.ItemCommand.ProofAnswer;
import jobtrail.command.item.ItemCommand.ReceiveArtwork;
import jobtrail.command.item.ItemCommand.TransitionItems;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ItemCommand.UploadProof;
import jobtrail.command.item.ItemRefused.Reason;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** The words in which the tests speak of job items. */
final class ItemExamples {

  static final ItemId ITEM = new ItemId("item_1");
  static final JobId JOB = new JobId("job_1");
  static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  static final Instant LATER = NOW.plusSeconds(3_600);
  static final PersonalText ANNA = PersonalText.of("approver-of-item_1", "Anna");
  static final ItemFile FILE = new ItemFile("flyer.pdf", 9L, "ab".repeat(32), "application/pdf");
  static final ProofAnswer YES = new ProofAnswer.Approve(ANNA);
  static final ProofAnswer NO = new ProofAnswer.AskForChanges("Larger logo");

  /** Fails when a command, an event or a reason is left out. */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(ItemCommand.class, ItemEvent.class, Reason.class)
          .shownBy(ItemDeciderTest.class, ProofRulesTest.class)
          // Carried out by ManyItems, item by item; HTTP tests show it.
          .except(TransitionItems.class)
          .except(Reason.NOT_ADDED);

  private ItemExamples() {}

  /** 500 flyers, number 7. */
  static JobItemAdded added() {
    return new JobItemAdded(ITEM, JOB, 7, "Flyer", 500, "FLY-A5");
  }

  /** A new item that went through these states, with everything said that any move asks for. */
  static Added through(String... states) {
    Added item = (Added) new JobItemState.NotAdded().evolve(added());
    for (String state : states) {
      item = after(item, move(state));
    }
    return item;
  }

  /** A new item brought into a state. */
  static Added in(String state) {
    return through(PaperMoves.wayTo(state).toArray(String[]::new));
  }

  /** The item after these commands. */
  static Added after(Added item, OfOne... commands) {
    Added now = item;
    for (OfOne command : commands) {
      now = (Added) now.evolve(ItemDecider.decide(command, now));
    }
    return now;
  }

  static ItemState state(String word) {
    return Objects.requireNonNull(ItemState.of(word), word);
  }

  /** With everything said that any move asks for. */
  static TransitionJobItem move(String to) {
    return move(to, all());
  }

  static TransitionJobItem move(String to, MoveDetails details) {
    return new TransitionJobItem(ITEM, state(to), details);
  }

  static MoveDetails all() {
    return new MoveDetails(
        List.of(ItemFile.named("flyer.pdf", null, null)),
        List.of("Bleed is missing"),
        "P-1",
        null,
        "Larger logo",
        ApprovedBy.INTERNAL,
        ANNA,
        "Because",
        List.of());
  }

  static TransitionJobItem send(String proofReference) {
    return send(proofReference, null);
  }

  static TransitionJobItem send(String proofReference, @Nullable Integer artworkVersion) {
    return move(
        "proof_sent",
        new MoveDetails(
            List.of(),
            List.of(),
            proofReference,
            artworkVersion,
            null,
            null,
            null,
            null,
            List.of()));
  }

  static TransitionJobItem approve(@Nullable ApprovedBy by, @Nullable PersonalText name) {
    return move(
        "ready_for_production",
        new MoveDetails(List.of(), List.of(), null, null, null, by, name, null, List.of()));
  }

  static ReceiveArtwork artwork() {
    return new ReceiveArtwork(ITEM, List.of(FILE));
  }

  static UploadProof upload(String proofReference) {
    return new UploadProof(ITEM, proofReference, FILE);
  }

  static ProofUploaded uploaded(String proofReference) {
    return new ProofUploaded(ITEM, JOB, proofReference, FILE);
  }

  static IssueProofLink link(@Nullable String proofReference, String token) {
    return new IssueProofLink(ITEM, proofReference, token, LATER);
  }

  static ProofLinkIssued issued(String proofReference, String token) {
    return new ProofLinkIssued(ITEM, JOB, proofReference, token, LATER);
  }

  static AnswerProof answer(String token, ProofAnswer answer) {
    return new AnswerProof(ITEM, token, NOW, answer);
  }

  /** The command goes well, and this happens. */
  static ItemEvent happens(OfOne command, Added item) {
    ItemEvent event = ItemDecider.decide(command, item);
    BOOK.shows(command);
    return event;
  }

  /** The rules say no, and why. */
  static ItemRefused refused(Reason reason, OfOne command, Added item) {
    ItemRefused refused =
        catchThrowableOfType(ItemRefused.class, () -> ItemDecider.decide(command, item));
    assertThat(refused).as("a refusal of " + command).isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
    BOOK.showsRefusal(reason);
    return refused;
  }
}
