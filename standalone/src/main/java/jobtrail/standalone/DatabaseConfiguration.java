package jobtrail.standalone;

import java.nio.file.Path;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.ExternalDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which database: the one whose URL is given, else the one we bring along. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** A database somebody else runs; nothing of our own is started beside it. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(UrlGiven.class)
  @Import(ExternalDatabase.class)
  static class External {}

  /**
   * The address depends on the server and the pool on the address, so the pool is closed before the
   * server stops.
   */
  @Configuration(proxyBeanMethods = false)
  @Conditional(NoUrlGiven.class)
  static class Embedded {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${jobtrail.data-dir:./data}") Path directory) {
      return EmbeddedDatabase.start(directory);
    }

    @Bean
    DatabaseAddress databaseAddress(EmbeddedDatabase embedded) {
      return embedded.address();
    }
  }

  static class UrlGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(context.getEnvironment().getProperty(ExternalDatabase.URL));
    }
  }

  static class NoUrlGiven extends UrlGiven {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !super.matches(context, metadata);
    }
  }
}
