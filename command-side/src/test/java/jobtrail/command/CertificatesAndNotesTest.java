package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CertificatesAndNotesTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  private List<StoredEvent> since(long position) {
    return node.bean(Ledger.class).after(position, 100);
  }

  private Reply certificate() {
    return node.to("POST", "/api/certs")
        .json("{'type':'material','name':'EN 10204'}")
        .send()
        .is(201);
  }

  private Reply issue(Reply path, int quantity, String certId) {
    return node.to("POST", "/api/serials")
        .json(
            "{'jobId':'%s','pathId':'%s','quantity':%d,'certId':'%s'}"
                .formatted(path.text("jobId"), path.text("id"), quantity, certId))
        .send();
  }

  private Request note(Reply path, List<String> serials, String text) {
    String named = serials.stream().map(s -> "'" + s + "'").collect(Collectors.joining(","));
    return node.to("POST", "/api/notes")
        .json(
            "{'jobId':'%s','pathId':'%s','stepId':'%s','serialIds':[%s],'text':'%s','userId':' user_7 '}"
                .formatted(
                    path.text("jobId"),
                    path.text("id"),
                    Floor.steps(path).getFirst(),
                    named,
                    text));
  }

  @Nested
  class Certificates {

    @Test
    void a_certificate_is_answered_with_all_its_fields() {
      long before = node.head();
      Reply reply =
          node.to("POST", "/api/certs")
              .json(
                  "{'type':'process','name':' Anodised ','metadata':{'b':1.5,'a':[1,null,{'x':true}],"
                      + "'big':12345678901234567890,'none':null}}")
              .send()
              .is(201);

      assertThat(reply.text("id")).matches("cert_[A-Za-z0-9_-]{12}");
      assertThat(reply.header("Location")).isEqualTo("/api/certs/" + reply.text("id"));
      assertThat(reply.header("ETag")).isEqualTo("\"0\"");
      assertThat(reply.position()).isEqualTo(before + 1);
      assertThat(reply.text("createdAt")).endsWith("Z");
      assertThat(reply.json().asObject().without(List.of("id", "createdAt")).toString())
          .isEqualTo(
              "{\"type\":\"process\",\"name\":\"Anodised\",\"metadata\":{\"b\":1.5,"
                  + "\"a\":[1,null,{\"x\":true}],\"big\":12345678901234567890,\"none\":null}}");
      assertThat(since(before))
          .singleElement()
          .satisfies(stored -> assertThat(stored.event().jobId()).isNull());
    }

    @Test
    void a_name_may_repeat_and_what_was_not_stated_is_left_out() {
      Reply one = certificate();
      Reply other = certificate();

      assertThat(one.text("id")).isNotEqualTo(other.text("id"));
      assertThat(one.json().propertyNames())
          .containsExactlyInAnyOrder("id", "type", "name", "createdAt");
    }

    @Test
    void new_serials_come_with_their_certificate_in_one_append() {
      Reply path = floor.path(floor.job(), "Cut", "Fold");
      String cert = certificate().text("id");
      long before = node.head();

      Reply reply = issue(path, 2, cert).is(201);

      assertThat(reply.position()).isEqualTo(before + 5);
      List<StoredEvent> stored = since(before);
      assertThat(stored)
          .extracting(event -> event.event().name())
          .containsExactly(
              "path.serials-issued",
              "serial.created",
              "serial.certificate-attached",
              "serial.created",
              "serial.certificate-attached");
      assertThat(stored.get(2).event().payload())
          .contains(cert, Floor.steps(path).getFirst(), Floor.numbers(reply).getFirst());
      for (JsonNode serial : reply.json()) {
        assertThat(serial.path("createdAt")).isEqualTo(serial.path("updatedAt"));
        assertThat(serial.path("createdAt").asString()).isNotEqualTo("1970-01-01T00:00:00.000Z");
      }
      floor.advance(Floor.numbers(reply).getFirst()).send().is(200);
    }

    @Test
    void a_single_serial_with_a_certificate_has_two_events() {
      Reply reply = issue(floor.path(floor.job(), "Cut"), 1, certificate().text("id")).is(201);
      assertThat(reply.header("ETag")).isEqualTo("\"1\"");

      Reply moved =
          floor
              .advance(Floor.numbers(reply).getFirst())
              .with("If-Match", reply.header("ETag"))
              .send()
              .is(200);
      assertThat(moved.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void with_an_unknown_certificate_no_serial_is_issued() {
      Reply path = floor.path(floor.job(), "Cut");
      long before = node.head();

      Reply refused = issue(path, 3, "cert_unknown").isProblem(404, "certificate-not-found");

      assertThat(refused.text("message")).isEqualTo("Certificate not found: cert_unknown");
      assertThat(node.head()).isEqualTo(before);
    }

    @Test
    void a_certificate_of_another_node_is_known_at_once() {
      String cert = certificate().text("id");
      Node other = Node.second();
      Reply path = new Floor(other).path(new Floor(other).job(), "Cut");
      other
          .to("POST", "/api/serials")
          .json(
              "{'jobId':'%s','pathId':'%s','quantity':1,'certId':'%s'}"
                  .formatted(path.text("jobId"), path.text("id"), cert))
          .send()
          .is(201);
    }
  }

  @Nested
  class Notes {

    @Test
    void a_note_is_answered_with_all_its_fields() {
      Reply path = floor.path(floor.job(), "Cut", "Fold");
      List<String> serials = Floor.numbers(floor.issue(path, 2).send());
      long before = node.head();

      Reply reply =
          note(path, List.of(serials.get(1), serials.get(0), serials.get(1)), " Burr\\non edge ")
              .send()
              .is(201);

      assertThat(reply.text("id")).matches("note_[A-Za-z0-9_-]{12}");
      assertThat(reply.header("Location")).isEqualTo("/api/notes/" + reply.text("id"));
      assertThat(reply.header("ETag")).isEqualTo("\"0\"");
      assertThat(reply.position()).isEqualTo(before + 1);
      assertThat(reply.json().asObject().without(List.of("id", "createdAt")).toString())
          .isEqualTo(
              ("{\"jobId\":\"%s\",\"pathId\":\"%s\",\"stepId\":\"%s\",\"serialIds\":[\"%s\",\"%s\"],"
                      + "\"text\":\"Burr\\non edge\",\"createdBy\":\"user_7\",\"pushedToJira\":false}")
                  .formatted(
                      path.text("jobId"),
                      path.text("id"),
                      Floor.steps(path).getFirst(),
                      serials.get(1),
                      serials.get(0)));
      assertThat(since(before))
          .singleElement()
          .satisfies(stored -> assertThat(stored.event().jobId()).isEqualTo(path.text("jobId")));
    }

    @Test
    void a_note_moves_no_serial_and_takes_those_that_are_done() {
      Reply path = floor.path(floor.job(), "Cut");
      String serial = floor.serial(path);
      Reply done = floor.advance(serial).send().is(200);

      note(path, List.of(serial), "Late burr").send().is(201);

      assertThat(node.bean(Ledger.class).stream(serial, 0)).hasSize(2);
      assertThat(done.text("status")).isEqualTo("completed");
    }

    @Test
    void a_step_that_was_retired_can_still_be_noted_at() {
      Reply path = floor.path(floor.job(), "Cut", "Fold");
      String serial = floor.serial(path);
      floor.advance(serial).send().is(200);
      floor.plan(path.text("id"), List.of(Floor.steps(path).get(1))).send().is(200);

      note(path, List.of(serial), "It was cut").send().is(201);
    }

    @Test
    void a_thousand_serials_can_be_named_and_each_must_be_of_the_path() {
      Reply path = floor.path(floor.job(), "Cut");
      List<String> serials = Floor.numbers(floor.issue(path, 1_000).send().is(201));
      Reply reply = note(path, serials, "All of them").send().is(201);
      assertThat(reply.json().path("serialIds")).hasSize(1_000);

      String stranger = floor.serial(floor.path(floor.job(), "Cut"));
      List<String> mixed =
          IntStream.range(0, 1_000).mapToObj(i -> i == 999 ? stranger : serials.get(i)).toList();
      long before = node.head();
      Reply refused = note(path, mixed, "Not all").send().isProblem(400, "serial-of-another-path");
      assertThat(refused.text("message")).contains(stranger);
      assertThat(node.head()).isEqualTo(before);
    }
  }
}
