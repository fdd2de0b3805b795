package jobtrail.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A node's ledger over a database, wired as in production. */
public final class LedgerFixture implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  /** A node over a database; several may share one. */
  public LedgerFixture(DatabaseAddress address) {
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .initializers(c -> c.getBeanFactory().registerSingleton("databaseAddress", address))
            .run();
  }

  public Ledger ledger() {
    return context.getBean(Ledger.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** An event of a stream, with a payload that says nothing. */
  static NewEvent event(String streamId, long sequenceNumber) {
    return new NewEvent(
        "job_1",
        "serial",
        streamId,
        sequenceNumber,
        UUID.randomUUID().toString(),
        "test.happened",
        1,
        "{}",
        "{}");
  }

  static List<NewEvent> events(NewEvent... events) {
    return List.of(events);
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(LedgerConfiguration.class)
  static class Wiring {

    @Bean
    Object nothingElse() {
      return new Object();
    }
  }
}
