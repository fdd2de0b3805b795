package jobtrail.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A terminal or dashboard: sends what people send and reads what they read. */
public record Http(String base) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What came back. */
  public record Reply(int status, String body, Map<String, List<String>> headers) {

    /** The body. */
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** A value of the body as text. */
    public String text(String pointer) {
      return json().at(pointer).asString();
    }

    /** The first value of a header; null when there is none. */
    public @Nullable String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse(null);
    }

    /** The position that this answer names. */
    public long position() {
      String position = header("Ledger-Position");
      if (position == null) {
        throw new AssertionError("No Ledger-Position on " + this);
      }
      return Long.parseLong(position);
    }

    /** The same reply; fails when its status is another one. */
    public Reply expect(int expected) {
      if (status != expected) {
        throw new AssertionError("Expected " + expected + " but got " + status + ": " + body);
      }
      return this;
    }
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  /** A GET that wants to be answered from position {@code seen} or later. */
  Reply get(String path, long seen) {
    return send("GET", path, null, "Ledger-Position", Long.toString(seen));
  }

  Reply post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  Reply put(String path, String json, String... headers) {
    return send("PUT", path, json, headers);
  }

  /** Any request; without a body when {@code json} is null, which is JSON unless a header says. */
  public Reply send(String method, String path, @Nullable String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The status of a GET; 0 when nobody listens. */
  int statusOf(String path) {
    try {
      return get(path).status();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  /** A new job; answers its id. */
  String newJob(String name, int goal) {
    return post("/api/jobs", "{\"name\":\"%s\",\"goalQuantity\":%d}".formatted(name, goal))
        .expect(201)
        .text("/id");
  }

  /** A new path of a job with steps of these names; answers it. */
  Reply newPath(String jobId, int goal, String... steps) {
    String list =
        String.join(
            ",", java.util.Arrays.stream(steps).map("{\"name\":\"%s\"}"::formatted).toList());
    return post(
            "/api/paths",
            "{\"jobId\":\"%s\",\"name\":\"Main\",\"goalQuantity\":%d,\"steps\":[%s]}"
                .formatted(jobId, goal, list))
        .expect(201);
  }

  Reply newSerials(String jobId, String pathId, int quantity) {
    return post(
            "/api/serials",
            "{\"jobId\":\"%s\",\"pathId\":\"%s\",\"quantity\":%d}"
                .formatted(jobId, pathId, quantity))
        .expect(201);
  }

  Reply advance(String serialId) {
    return post("/api/serials/" + serialId + "/advance", "{\"userId\":\"olga\"}");
  }
}
