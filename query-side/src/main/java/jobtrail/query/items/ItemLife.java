package jobtrail.query.items;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.events.EventNames;
import jobtrail.events.PersonalText;
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
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.events.item.ItemFile;
import jobtrail.query.items.ItemLifeView.Artwork;
import jobtrail.query.items.ItemLifeView.Details;
import jobtrail.query.items.ItemLifeView.File;
import jobtrail.query.items.ItemLifeView.Happening;
import jobtrail.query.items.ItemLifeView.Proof;
import org.jspecify.annotations.Nullable;

/**
 * Tells an item's life from what happened to it, oldest first.
 *
 * @param opened the sealed texts in it, as they may be read now
 */
record ItemLife(ItemRow row, List<HistoryRow> happened, Map<PersonalText, PersonalText> opened) {

  ItemLifeView view() {
    return new ItemLifeView(
        ItemView.of(row),
        happened.stream().map(this::happening).toList(),
        happened.stream().flatMap(this::artwork).toList(),
        proofs());
  }

  private Happening happening(HistoryRow one) {
    ItemEvent event = one.event();
    return new Happening(
        event.from(),
        event.to(),
        one.at(),
        one.occurredAt(),
        one.actor(),
        EventNames.nameOf(event.getClass()).name(),
        details(event));
  }

  private Details details(ItemEvent event) {
    Details details = new Details();
    switch (event) {
      case ArtworkReceived came -> artwork(details, came.artworkVersion(), came.files());
      case ArtworkAdded came -> artwork(details, came.artworkVersion(), came.files());
      case IssuesReported found -> details.issues = found.issues();
      case ProofUploaded proof -> {
        details.proofReference = proof.proofReference();
        details.file = proofFile(proof);
      }
      case ProofSent proof -> {
        details.proofReference = proof.proofReference();
        details.artworkVersion = proof.artworkVersion();
      }
      case ProofLinkIssued link -> {
        details.proofReference = link.proofReference();
        details.expiresAt = link.expiresAt();
      }
      case ProofChangesRequested wanted -> {
        details.feedback = wanted.feedback();
        details.byLink = byLink(wanted.linkSha256());
      }
      case ItemApproved approved -> {
        details.approvedBy = approved.approvedBy();
        details.name = opened.getOrDefault(approved.name(), approved.name()).shown();
        details.byLink = byLink(approved.linkSha256());
      }
      case ItemReopened reopened -> details.reason = reopened.reason();
      case ItemCancelled cancelled -> details.reason = cancelled.reason();
      case JobItemAdded added -> {}
      case ItemCompleted completed -> {}
      case ItemArchived archived -> {}
      case ItemRestored restored -> {}
    }
    return details;
  }

  private void artwork(Details details, int version, List<ItemFile> files) {
    details.artworkVersion = version;
    details.files = files(version, files);
  }

  private Stream<Artwork> artwork(HistoryRow one) {
    return switch (one.event()) {
      case ArtworkReceived came -> Stream.of(artwork(one, came.artworkVersion(), came.files()));
      case ArtworkAdded came -> Stream.of(artwork(one, came.artworkVersion(), came.files()));
      default -> Stream.empty();
    };
  }

  private Artwork artwork(HistoryRow one, int version, List<ItemFile> files) {
    return new Artwork(version, one.at(), one.actor(), files(version, files));
  }

  /** Each proof once, in the order they were first heard of. */
  private List<Proof> proofs() {
    Map<String, Proof> proofs = new LinkedHashMap<>();
    for (HistoryRow one : happened) {
      if (one.event() instanceof ProofUploaded uploaded) {
        proofs.put(
            uploaded.proofReference(),
            new Proof(uploaded.proofReference(), one.at(), one.actor(), proofFile(uploaded), null));
      } else if (one.event() instanceof ProofSent sent) {
        Proof known = proofs.get(sent.proofReference());
        proofs.put(
            sent.proofReference(),
            new Proof(
                sent.proofReference(),
                known == null ? one.at() : known.at(),
                known == null ? one.actor() : known.actor(),
                known == null ? null : known.file(),
                one.at()));
      }
    }
    return List.copyOf(proofs.values());
  }

  private List<File> files(int version, List<ItemFile> files) {
    return IntStream.range(0, files.size())
        .mapToObj(i ->
            File.of(
                files.get(i),
                "/api/items/%s/artwork/%d/%d".formatted(row.itemId(), version, i + 1)))
        .toList();
  }

  private File proofFile(ProofUploaded proof) {
    String reference =
        URLEncoder.encode(proof.proofReference(), StandardCharsets.UTF_8).replace("+", "%20");
    return File.of(proof.file(), "/api/items/%s/proof/%s".formatted(row.itemId(), reference));
  }

  private static @Nullable Boolean byLink(@Nullable String linkSha256) {
    return Objects.isNull(linkSha256) ? null : true;
  }
}
