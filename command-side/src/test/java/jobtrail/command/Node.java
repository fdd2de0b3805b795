package jobtrail.command;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A command side as it runs in the shop, on a port of its own. */
public final class Node implements AutoCloseable {

  /** How many bytes an uploaded file may have here. */
  public static final int LARGEST_FILE = 2 * 1024 * 1024;

  /** The folder that all nodes keep artwork in. */
  static final Path ARTWORK =
      Path.of("target", "artwork-" + ProcessHandle.current().pid()).toAbsolutePath();

  private final ConfigurableApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /** A node over a database; several may share one. */
  public Node(DatabaseAddress database) {
    context =
        new SpringApplicationBuilder(CommandSideConfiguration.class)
            .properties("spring.config.name=command-side", "logging.level.root=warn")
            .initializers(c -> c.getBeanFactory().registerSingleton("databaseAddress", database))
            .run(
                "--server.port=0",
                "--jobtrail.artwork-dir=" + ARTWORK,
                "--jobtrail.artwork.max-size=" + LARGEST_FILE + "B");
  }

  /** The node that all tests of this JVM may use; its ledger is that of {@link #second()}. */
  public static Node first() {
    return Shared.FIRST;
  }

  /** Another node on the same database. */
  public static Node second() {
    return Shared.SECOND;
  }

  /** The address of the shared nodes' database. */
  public static DatabaseAddress database() {
    return Shared.DATABASE;
  }

  /** A request to this node. */
  public Request to(String method, String path) {
    return new Request(http, method, URI.create("http://127.0.0.1:" + port() + path));
  }

  /** Where this node listens. */
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** The node's own part of a kind. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Where the ledger ends. */
  public long head() {
    return bean(Ledger.class).head().position();
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }

  private static final class Shared {
    static final DatabaseAddress DATABASE = TestPostgres.freshDatabase();
    static final Node FIRST = new Node(DATABASE);
    static final Node SECOND = new Node(DATABASE);
  }
}
