package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.ledger.Appended;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificatesAndNotesTest {

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static PathCreated path(String name, long firstSerial, int serials) {
    PathCreated path = Shop.pathCreated(name, name, 3, "cut", "fold");
    node.append(Shop.jobCreated(name, 3), path);
    node.append(Shop.serialsCreated(path, firstSerial, serials));
    return path;
  }

  private static List<String> ids(Answer answer) {
    return answer.json().valueStream().map(item -> item.path("id").stringValue()).toList();
  }

  private static String next(Answer answer) {
    String link = answer.header("Link");
    return link.substring(1, link.indexOf('>'));
  }

  @Nested
  class Certificates {

    @Test
    void are_answered_with_what_was_stated() {
      Appended appended =
          node.append(Shop.certificate("full", Map.of("heat", List.of("A7", 1.5, 12345678901L))));

      Answer answer = node.getNow("/api/certs/cert_full");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("ETag")).isEqualTo("\"0\"");
      assertThat(answer.json().path("createdAt").stringValue())
          .startsWith(appended.recordedAt().toString().substring(0, 19));
      assertThat(answer.json().asObject().without(List.of("createdAt")).toString())
          .isEqualTo(
              "{\"id\":\"cert_full\",\"type\":\"material\",\"name\":\"Certificate full\","
                  + "\"metadata\":{\"heat\":[\"A7\",1.5,12345678901]}}");
    }

    @Test
    void that_nobody_knows_are_404() {
      for (String address : List.of("/api/certs/cert_no", "/api/certs/cert_no/attachments")) {
        Answer answer = node.get(address);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("certificate-not-found");
      }
      assertThat(
              node.get("/api/serials/SN-99999/cert-attachments").json().path("code").stringValue())
          .isEqualTo("serial-not-found");
    }

    @Test
    void are_listed_newest_first_page_by_page() {
      node.append(Shop.certificate("l1", null));
      node.append(Shop.certificate("l2", null), Shop.certificate("l3", null));

      Answer first = node.getNow("/api/certs?limit=2");

      assertThat(ids(first)).containsExactly("cert_l3", "cert_l2");
      assertThat(ids(node.get(next(first)))).startsWith("cert_l1");
    }

    @Test
    void stand_whole_in_a_serial_each_once_in_the_order_of_first_attachment() {
      PathCreated path = path("whole", 501, 1);
      node.append(Shop.certificate("w1", null), Shop.certificate("w2", Map.of("heat", "A7")));
      node.append(Shop.attached(path, 501, "w2", 0));
      node.append(Shop.moved(path, 501, 0));
      node.append(Shop.attached(path, 501, "w1", 1), Shop.attached(path, 501, "w2", 1));

      Answer serial = node.getNow("/api/serials/SN-00501");

      assertThat(serial.json().path("certs").toString())
          .isEqualTo(
              "["
                  + node.get("/api/certs/cert_w2").body()
                  + ","
                  + node.get("/api/certs/cert_w1").body()
                  + "]");
    }

    @Test
    void are_shown_with_what_they_are_attached_to() {
      PathCreated path = path("att", 511, 2);
      node.append(Shop.certificate("a1", null), Shop.certificate("a2", null));
      Appended first = node.append(Shop.attached(path, 511, "a1", 0));
      node.append(Shop.attached(path, 512, "a1", 0), Shop.attached(path, 511, "a2", 0));

      Answer ofCertificate = node.getNow("/api/certs/cert_a1/attachments");
      assertThat(ofCertificate.json().valueStream().map(a -> a.path("serialId").stringValue()))
          .containsExactly("SN-00511", "SN-00512");
      Answer ofSerial = node.getNow("/api/serials/SN-00511/cert-attachments");
      assertThat(ofSerial.json().valueStream().map(a -> a.path("certId").stringValue()))
          .containsExactly("cert_a1", "cert_a2");
      assertThat(ofSerial.json().get(0).asObject().without(List.of("attachedAt")).toString())
          .isEqualTo(
              "{\"id\":\"%d\",\"serialId\":\"SN-00511\",\"certId\":\"cert_a1\",\"stepId\":\"step_att-cut\",\"attachedBy\":\"tester\"}"
                  .formatted(first.lastPosition()));
      assertThat(ids(node.get(next(node.get("/api/certs/cert_a1/attachments?limit=1")))))
          .hasSize(1);
      assertThat(ids(node.get("/api/certs/cert_a2/attachments"))).hasSize(1);
    }

    @Test
    void may_be_heard_of_after_the_serial_they_vouch_for() {
      PathCreated path = path("later", 521, 1);
      node.append(Shop.attached(path, 521, "later", 0));
      assertThat(node.getNow("/api/serials/SN-00521").json().path("certs").size()).isZero();
      assertThat(ids(node.get("/api/serials/SN-00521/cert-attachments"))).hasSize(1);

      node.append(Shop.certificate("later", null));

      assertThat(
              node.getNow("/api/serials/SN-00521")
                  .json()
                  .path("certs")
                  .get(0)
                  .path("id")
                  .stringValue())
          .isEqualTo("cert_later");
    }
  }

  @Nested
  class Notes {

    @Test
    void are_answered_by_serial_and_by_step_oldest_first() {
      PathCreated path = path("noted", 601, 3);
      node.append(Shop.note("n1", path, "Burr", 602, 601));
      node.append(Shop.note("n2", path, "Clean\nnow", 601));
      node.append(Shop.note("n3", path, "Third", 601));

      Answer one = node.getNow("/api/notes/note_n1");
      assertThat(one.header("ETag")).isEqualTo("\"0\"");
      assertThat(one.json().asObject().without(List.of("createdAt")).toString())
          .isEqualTo(
              "{\"id\":\"note_n1\",\"jobId\":\"job_noted\",\"pathId\":\"path_noted\",\"stepId\":\"step_noted-cut\","
                  + "\"serialIds\":[\"SN-00602\",\"SN-00601\"],\"text\":\"Burr\",\"createdBy\":\"tester\","
                  + "\"pushedToJira\":false}");
      assertThat(ids(node.getNow("/api/notes/serial/SN-00601")))
          .containsExactly("note_n1", "note_n2", "note_n3");
      assertThat(ids(node.get("/api/notes/serial/SN-00602"))).containsExactly("note_n1");
      assertThat(ids(node.get("/api/notes/serial/SN-00603"))).isEmpty();
      Answer page = node.get("/api/notes/step/step_noted-cut?limit=2");
      assertThat(ids(page)).containsExactly("note_n1", "note_n2");
      assertThat(ids(node.get(next(page)))).containsExactly("note_n3");
      assertThat(ids(node.get("/api/notes/step/step_noted-fold"))).isEmpty();
      assertThat(
              node.getNow("/api/operator/step/step_noted-cut")
                  .json()
                  .path("notes")
                  .valueStream()
                  .map(note -> note.path("id").stringValue()))
          .containsExactly("note_n1", "note_n2", "note_n3");
    }

    @Test
    void of_what_nobody_knows_are_404() {
      assertThat(node.get("/api/notes/note_no").json().path("code").stringValue())
          .isEqualTo("note-not-found");
      Answer serial = node.get("/api/notes/serial/SN-99999");
      assertThat(serial.status()).isEqualTo(404);
      assertThat(serial.json().path("code").stringValue()).isEqualTo("serial-not-found");
      Answer step = node.get("/api/notes/step/step_no");
      assertThat(step.status()).isEqualTo(404);
      assertThat(step.json().path("code").stringValue()).isEqualTo("step-not-found");
    }
  }
}
