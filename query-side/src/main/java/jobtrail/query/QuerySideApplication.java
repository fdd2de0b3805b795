package jobtrail.query;

import jobtrail.ledger.ExternalDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The read side as an application of its own, beside an external PostgreSQL. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({QuerySideConfiguration.class, ExternalDatabase.class})
public class QuerySideApplication {

  /** Starts the read side. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(QuerySideApplication.class)
        // In standalone, application.yml is somebody else's.
        .properties("spring.config.name=query-side")
        .run(args);
  }
}
