package jobtrail.stories;

import java.time.Duration;
import java.time.Instant;

/** Prepares proofs for customers to answer. */
record ProofDesk(Http http) {

  /** A proof that awaits an answer. */
  record Sent(String item, String proofReference) {}

  /** A new order of 500 pieces of an item, with a proof that was sent. */
  Sent sent(String itemName, String reference) {
    String item =
        http.post(
                "/api/jobs",
                "{\"name\":\"Order\",\"reference\":\"%s\",\"items\":[{\"name\":\"%s\",\"quantity\":500}]}"
                    .formatted(escaped(reference), escaped(itemName)))
            .expect(201)
            .text("/items/0/id");
    Talk talk = new Talk(http);
    talk.uploaded("/api/items/" + item + "/artwork", "artwork.pdf", "%PDF-1.7 artwork");
    return sendProof(item);
  }

  Sent sent(String itemName) {
    return sent(itemName, "PO 4711");
  }

  /** Sends one more proof of an item. */
  Sent sendProof(String item) {
    Talk talk = new Talk(http);
    String reference =
        talk.uploaded("/api/items/" + item + "/proof", fileName(item), contentOf(item))
            .text("/proofReference");
    talk.done(
        "POST",
        "/api/items/" + item + "/transition",
        "{'to':'proof_sent','proofReference':'%s'}".formatted(reference));
    return new Sent(item, reference);
  }

  /** Where the customer sees a proof; without the host. */
  String link(Sent proof) {
    return link(proof, Instant.now().plus(Duration.ofDays(7)));
  }

  /** The same until this moment. */
  String link(Sent proof, Instant until) {
    return http.post(
            "/api/items/" + proof.item() + "/proof-link",
            "{\"proofReference\":\"%s\",\"expiresAt\":\"%s\"}"
                .formatted(proof.proofReference(), until))
        .expect(201)
        .text("/path");
  }

  static String fileName(String item) {
    return "proof of " + item + ".pdf";
  }

  static String contentOf(String item) {
    return "%PDF-1.7 " + item;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
