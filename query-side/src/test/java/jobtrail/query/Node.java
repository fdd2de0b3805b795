package jobtrail.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jobtrail.events.DomainEvent;
import jobtrail.ledger.Appended;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.NewEvent;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running read side over a database, asked over real HTTP, with a pen for its ledger. */
public final class Node implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ConfigurableApplicationContext context;
  private final Map<String, Long> next = new HashMap<>();
  private long events;
  private long written;

  public Node(DatabaseAddress address, String... properties) {
    this(address, Map.of(), properties);
  }

  /** A node for which it is always the same time. */
  public static Node at(Instant now, DatabaseAddress address, String... properties) {
    return new Node(address, Map.of("clock", Clock.fixed(now, ZoneOffset.UTC)), properties);
  }

  private Node(DatabaseAddress address, Map<String, Object> beans, String... properties) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    for (String property : properties) {
      arguments.add("--" + property);
    }
    context =
        new SpringApplicationBuilder(QuerySideConfiguration.class)
            .properties("spring.config.name=query-side", "logging.level.root=warn")
            .initializers(c -> {
              c.getBeanFactory().registerSingleton("databaseAddress", address);
              beans.forEach(c.getBeanFactory()::registerSingleton);
            })
            .run(arguments.toArray(String[]::new));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Ledger ledger() {
    return context.getBean(Ledger.class);
  }

  /** Appends these facts as one command would; where each stands in its stream is counted here. */
  public Appended append(DomainEvent... facts) {
    return append(List.of(facts));
  }

  public Appended append(List<? extends DomainEvent> facts) {
    return append(Map.of("actor", "tester"), facts);
  }

  public synchronized Appended append(
      Map<String, String> metadata, List<? extends DomainEvent> facts) {
    EventTranslator translator = context.getBean(EventTranslator.class);
    List<NewEvent> stored = new ArrayList<>(facts.size());
    for (DomainEvent fact : facts) {
      long number = next.merge(fact.streamId(), 0L, (before, zero) -> before + 1);
      stored.add(translator.toStore(fact, number, "event-" + ++events, metadata));
    }
    Appended appended = ledger().append(stored);
    written = appended.lastPosition();
    return appended;
  }

  public record Answer(int status, String body, HttpResponse<String> response) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** Position of the last fact this node appended. */
  public synchronized long written() {
    return written;
  }

  /** Asks for an answer that knows all that this node has appended. */
  public Answer getNow(String path) {
    return get(path, "Ledger-Position", Long.toString(written()));
  }

  public Answer post(String path) {
    return send("POST", path, "Content-Type", "application/json");
  }

  private Answer send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @Override
  public void close() {
    context.close();
  }
}
