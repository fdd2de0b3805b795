package jobtrail.command.item;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jobtrail.command.item.ProofLink.Verdict;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemFile;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of an item: what is on file, what was sent, and who may answer it.
 *
 * @param known every reference, in the order in which it first came up, be it uploaded or only sent
 * @param uploaded the files, in the order they came
 * @param sent the one last sent; null when none was
 * @param sendings how often a proof was sent
 * @param verdict what the last sending was answered; null while it was not
 * @param links by the SHA-256 of their token
 */
record Proofs(
    List<String> known,
    Map<String, ItemFile> uploaded,
    @Nullable String sent,
    int sendings,
    @Nullable Verdict verdict,
    Map<String, ProofLink> links) {

  static final Proofs NONE = new Proofs(List.of(), Map.of(), null, 0, null, Map.of());

  Proofs {
    known = List.copyOf(known);
    uploaded = Collections.unmodifiableMap(new LinkedHashMap<>(uploaded));
    links = Map.copyOf(links);
  }

  /** The latest on file; null when there is none. */
  @Nullable String latest() {
    return uploaded.isEmpty() ? null : List.copyOf(uploaded.keySet()).getLast();
  }

  /** Whether a proof that came up after this one was sent since. */
  boolean overtaken(String proofReference) {
    return sent != null && known.indexOf(sent) > known.indexOf(proofReference);
  }

  /** Whether another sending has taken the place of the one that a link is for. */
  boolean superseded(ProofLink link) {
    return sendings > link.sending()
        || (sendings == link.sending() && !Objects.equals(sent, link.proofReference()));
  }

  Proofs uploaded(String proofReference, ItemFile file) {
    Map<String, ItemFile> files = new LinkedHashMap<>(uploaded);
    files.put(proofReference, file);
    return new Proofs(knowing(proofReference), files, sent, sendings, verdict, links);
  }

  Proofs sent(String proofReference) {
    return new Proofs(knowing(proofReference), uploaded, proofReference, sendings + 1, null, links);
  }

  /**
   * One more link.
   *
   * @param awaiting whether the proof last sent awaits an answer
   */
  Proofs linked(ProofLinkIssued issued, boolean awaiting) {
    boolean forThis = awaiting && issued.proofReference().equals(sent);
    ProofLink link =
        new ProofLink(
            issued.proofReference(), issued.expiresAt(), forThis ? sendings : sendings + 1, null);
    Map<String, ProofLink> more = new HashMap<>(links);
    more.put(issued.tokenSha256(), link);
    return new Proofs(known, uploaded, sent, sendings, verdict, more);
  }

  /** The proof last sent was answered, by a link or otherwise. */
  Proofs answered(Verdict answer, @Nullable String linkSha256) {
    Map<String, ProofLink> used = new HashMap<>(links);
    if (linkSha256 != null) {
      used.computeIfPresent(linkSha256, (token, link) -> link.answered(answer));
    }
    return new Proofs(known, uploaded, sent, sendings, answer, used);
  }

  private List<String> knowing(String proofReference) {
    if (known.contains(proofReference)) {
      return known;
    }
    List<String> more = new ArrayList<>(known);
    more.add(proofReference);
    return more;
  }
}
