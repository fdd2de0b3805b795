package jobtrail.standalone;

import java.nio.file.Path;
import jobtrail.ledger.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Tells whoever started it, at the end of the start, what runs where and how to try it. */
class ReadyNotice {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

  private final Environment settings;
  private final DatabaseAddress database;
  private final ObjectProvider<EmbeddedDatabase> embedded;

  ReadyNotice(
      Environment settings, DatabaseAddress database, ObjectProvider<EmbeddedDatabase> embedded) {
    this.settings = settings;
    this.database = database;
    this.embedded = embedded;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    EmbeddedDatabase own = embedded.getIfAvailable();
    LOG.info(
        """

          Jobtrail is ready.
            API        {}
            try it     {}/swagger-ui.html
            database   {}
            data       {}
            artwork    {}
            a first job:
              curl -H 'Content-Type: application/json' -d '{"name":"Brackets","goalQuantity":10}' {}/api/jobs
        """,
        url() + "/api",
        url(),
        database,
        own == null
            ? "in that database"
            : own.directory() + " (the database's password is in the file 'password')",
        Path.of(settings.getRequiredProperty("jobtrail.artwork-dir")).toAbsolutePath().normalize(),
        url());
  }

  private String url() {
    String address = settings.getProperty("server.address", "127.0.0.1");
    boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
    String host = address.contains(":") && !everywhere ? "[" + address + "]" : address;
    return "http://"
        + (everywhere ? "localhost" : host)
        + ":"
        + settings.getProperty("local.server.port", "8080");
  }
}
