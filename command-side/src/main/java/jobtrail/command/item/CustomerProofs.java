package jobtrail.command.item;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jobtrail.command.item.ItemHistory.Told;
import jobtrail.command.platform.KnownJobs;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what a customer's link leads to now; reads the ledger and changes nothing. */
@Component
class CustomerProofs {

  private final ItemHistories items;
  private final KnownJobs jobs;
  private final Clock clock;

  CustomerProofs(ItemHistories items, KnownJobs jobs, Clock clock) {
    this.items = items;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * A proof as its customer may see it.
   *
   * @param jobReference the customer's own number of the order; null when it has none
   * @param whyNot why it cannot be answered now; null when it can
   * @param answeredAt when it was answered, if that is why
   */
  record Shown(
      ProofToken token,
      ItemHistory item,
      ProofLink link,
      @Nullable String jobReference,
      @Nullable ItemRefused whyNot,
      @Nullable Instant answeredAt) {

    /** There is one, or no link could have been made. */
    ItemFile file() {
      return Objects.requireNonNull(item.state().proofs().uploaded().get(link.proofReference()));
    }

    /** A link to a proof that is not sent yet is alive, although it cannot be answered by it. */
    boolean dead() {
      return whyNot != null && whyNot.reason() != ItemRefused.Reason.NOT_SENT_YET;
    }
  }

  /** What is behind a token; empty when nobody was ever given it. */
  Optional<Shown> behind(String text) {
    return ProofToken.of(text).flatMap(this::behind);
  }

  private Optional<Shown> behind(ProofToken token) {
    return items.find(token.itemId()).flatMap(item -> shown(token, item));
  }

  private Optional<Shown> shown(ProofToken token, ItemHistory item) {
    ProofLink link = item.state().proofs().links().get(token.sha256());
    if (link == null) {
      return Optional.empty();
    }
    ItemRefused whyNot = ProofRules.whyNot(token.sha256(), clock.instant(), item.state());
    return Optional.of(
        new Shown(
            token,
            item,
            link,
            jobs.referenceOf(item.state().line().jobId()),
            whyNot,
            answeredAt(token, link, item)));
  }

  /** When it was answered by this link, or else when the proof last sent was, by whomever. */
  private static @Nullable Instant answeredAt(ProofToken token, ProofLink link, ItemHistory item) {
    for (Told told : item.told().reversed()) {
      if (link.given() == null ? answers(told.event()) : answersBy(token, told.event())) {
        return told.at();
      }
    }
    return null;
  }

  private static boolean answers(ItemEvent event) {
    return event.from() == ItemState.PROOF_SENT
        && (event instanceof ItemApproved || event instanceof ProofChangesRequested);
  }

  private static boolean answersBy(ProofToken token, ItemEvent event) {
    return switch (event) {
      case ItemApproved yes -> token.sha256().equals(yes.linkSha256());
      case ProofChangesRequested no -> token.sha256().equals(no.linkSha256());
      default -> false;
    };
  }
}
