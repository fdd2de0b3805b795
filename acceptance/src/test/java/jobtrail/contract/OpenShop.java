package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jobtrail.stories.Http;
import jobtrail.stories.RunningShop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one shop that all contract tests call, and somebody who reads there what they wrote. */
final class OpenShop implements BeforeAllCallback {

  /** What whoever calls it has to hold: some count or order all that is in the shop. */
  static final String ALONE = "the open shop";

  private @Nullable Day day;

  /** A shop and what was last written there. */
  private static final class Day implements AutoCloseable {

    private final Path directory;
    private final RunningShop shop;
    private long seen;

    Day() {
      try {
        directory = Files.createTempDirectory("contract");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      shop = RunningShop.standalone(directory.resolve("data"));
    }

    @Override
    public void close() throws IOException {
      shop.close();
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    day =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Day.class, key -> new Day(), Day.class);
  }

  /** A question about what stands in the ledger by now. */
  Http.Reply get(String address) {
    return day().shop.http().send("GET", address, null, "Ledger-Position", "" + day().seen);
  }

  Http.Reply post(String address, String slack) {
    return write("POST", address, slack);
  }

  Http.Reply put(String address, String slack) {
    return write("PUT", address, slack);
  }

  Http.Reply patch(String address, String slack) {
    return write("PATCH", address, slack);
  }

  Http.Reply delete(String address) {
    return write("DELETE", address, null);
  }

  Http.Reply write(String method, String address, @Nullable String slack) {
    return sendAsItStands(method, address, slack == null ? null : Told.strict(slack));
  }

  /** Any body, JSON or not. */
  Http.Reply sendAsItStands(String method, String address, @Nullable String body) {
    Http.Reply reply = day().shop.http().send(method, address, body);
    if (reply.header("Ledger-Position") != null) {
      day().seen = Math.max(day().seen, reply.position());
    }
    return reply;
  }

  /** A new job's id. */
  String job() {
    return post("/api/jobs", "{name: 'Housings', goalQuantity: 10}").expect(201).text("/id");
  }

  /** A new path with a goal of 10 and steps given as JSON, or by name alone. */
  Http.Reply path(String job, String mode, String... steps) {
    String planned =
        Arrays.stream(steps)
            .map(step -> step.startsWith("{") ? step : "{name: '%s'}".formatted(step))
            .collect(Collectors.joining(", "));
    return post(
            "/api/paths",
            "{jobId: '%s', name: 'Main', goalQuantity: 10, advancementMode: '%s', steps: [%s]}"
                .formatted(job, mode, planned))
        .expect(201);
  }

  /** The ids of so many new serials. */
  String[] serials(Http.Reply path, int quantity) {
    return post(
            "/api/serials",
            "{jobId: '%s', pathId: '%s', quantity: %d, userId: 'olga'}"
                .formatted(path.text("/jobId"), path.text("/id"), quantity))
        .expect(201)
        .json()
        .valueStream()
        .map(serial -> serial.get("id").asString())
        .toArray(String[]::new);
  }

  /** The id of one new serial. */
  String serial(Http.Reply path) {
    return serials(path, 1)[0];
  }

  /** Fails unless a rule refuses so, and the refusal tells the serial as it is. */
  void ruledOut(int status, String code, String message, Http.Reply reply) {
    Told.refused(status, code, message, tellingTheSerial(reply));
  }

  /** Fails unless a refusal tells the serial as it is; hands on what else it tells. */
  Http.Reply tellingTheSerial(Http.Reply reply) {
    ObjectNode told = (ObjectNode) reply.json();
    JsonNode serial = told.remove("serial");
    assertThat(serial).as(reply.body()).isNotNull();
    Http.Reply now = get("/api/serials/" + serial.get("id").asString()).expect(200);
    assertThat(serial).isEqualTo(((ObjectNode) now.json()).remove(List.of("certs")));
    return new Http.Reply(reply.status(), told.toString(), reply.headers());
  }

  private Day day() {
    if (day == null) {
      throw new IllegalStateException("The shop is not open yet");
    }
    return day;
  }
}
