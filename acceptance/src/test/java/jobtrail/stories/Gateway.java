package jobtrail.stories;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * One port before the two sides: what changes something, or asks a rule or for a file, goes to the
 * command side, the rest to the query side.
 */
final class Gateway implements AutoCloseable {

  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "host", "content-length", "upgrade", "transfer-encoding");
  private static final Pattern ASKS_THE_COMMAND_SIDE =
      Pattern.compile(
          "/api/serials/[^/]+/(actions|can-complete)"
              + "|/api/items/[^/]+/(transitions|(artwork|proof)(/.*)?)|/customer/.*");

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final int commandPort;
  private final int queryPort;

  Gateway(int commandPort, int queryPort) {
    this.commandPort = commandPort;
    this.queryPort = queryPort;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  Http http() {
    return new Http("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean reads = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
      boolean asksCommandSide =
          ASKS_THE_COMMAND_SIDE.matcher(exchange.getRequestURI().getPath()).matches();
      int port = reads && !asksCommandSide ? queryPort : commandPort;
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
              values.forEach(value -> request.header(name, value));
            }
          });
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      response
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      byte[] body = response.body();
      exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
