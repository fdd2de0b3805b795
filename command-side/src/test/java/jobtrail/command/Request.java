package jobtrail.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One request, as a terminal would send it. */
public final class Request {

  private final HttpClient http;
  private final String method;
  private final HttpRequest.Builder builder;
  private BodyPublisher body = BodyPublishers.noBody();

  Request(HttpClient http, String method, URI address) {
    this.http = http;
    this.method = method;
    this.builder = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
  }

  /** With one more header. */
  public Request with(String header, String value) {
    builder.header(header, value);
    return this;
  }

  /** With a JSON body; single quotes stand for double ones. */
  public Request json(String text) {
    return bytes(
        "application/json",
        text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** With a body of some type. */
  public Request bytes(String contentType, byte[] bytes) {
    builder.header("Content-Type", contentType);
    body = BodyPublishers.ofByteArray(bytes);
    return this;
  }

  /** With a body that does not tell its length. */
  public Request chunked(String contentType, byte[] bytes) {
    builder.header("Content-Type", contentType);
    body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return this;
  }

  /** Sends it and waits for the reply. */
  public Reply send() {
    try {
      return new Reply(http.send(builder.method(method, body).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends it; the reply comes when it comes. */
  public CompletableFuture<Reply> sendLater() {
    return http.sendAsync(builder.method(method, body).build(), BodyHandlers.ofString())
        .thenApply(Reply::new);
  }
}
