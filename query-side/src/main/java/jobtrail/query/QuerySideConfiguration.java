package jobtrail.query;

import jobtrail.http.HttpConfiguration;
import jobtrail.ledger.LedgerConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The read side, for an application that brings a {@code DatabaseAddress} and takes in {@code
 * jobtrail-http.yml} and {@code jobtrail-query.yml}.
 */
@Configuration(proxyBeanMethods = false)
// Axon's own stores for events, tokens and sagas are not wanted: the ledger and the views have
// them.
@EnableAutoConfiguration(
    exclude = {
      JpaAutoConfiguration.class,
      JpaEventStoreAutoConfiguration.class,
      JdbcAutoConfiguration.class,
      XStreamAutoConfiguration.class
    })
@ComponentScan(
    basePackages = "jobtrail.query",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @ComponentScan.Filter(
          type = FilterType.ASSIGNABLE_TYPE,
          classes = {QuerySideApplication.class, QuerySideConfiguration.class})
    })
@EntityScan("jobtrail.query")
// Questions read row by row, and a transaction around each would be one more round trip. Views are
// written in the transaction that ViewWriter or Axon opens; without one, JPA refuses to flush.
@EnableJpaRepositories(
    basePackages = "jobtrail.query",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    enableDefaultTransactions = false)
@Import({LedgerConfiguration.class, HttpConfiguration.class})
public class QuerySideConfiguration {}
