package jobtrail.query;

import jobtrail.http.HttpConfiguration;
import jobtrail.ledger.LedgerConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The read side. Runs alone against a PostgreSQL, or as part of a process that brings a {@code
 * DatabaseAddress} and imports this class and {@code jobtrail-query.yml}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
// Axon's own stores for events, tokens and sagas are not wanted: the ledger and the views have them.
@EnableAutoConfiguration(
    exclude = {
      JpaAutoConfiguration.class,
      JpaEventStoreAutoConfiguration.class,
      JdbcAutoConfiguration.class
    })
@ComponentScan(
    basePackages = "jobtrail.query",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EntityScan("jobtrail.query")
@EnableJpaRepositories(
    basePackages = "jobtrail.query",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({LedgerConfiguration.class, HttpConfiguration.class})
public class QuerySideApplication {

  /** Starts the read side alone; where its database is, {@code jobtrail.database.*} says. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(QuerySideApplication.class, GivenDatabase.class)
        .properties("spring.config.name=query-side")
        .run(args);
  }
}
