package jobtrail.command;

import jobtrail.http.HttpConfiguration;
import jobtrail.ledger.DatabaseSchema;
import jobtrail.ledger.LedgerConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The whole command side, for an application that brings a database address. */
@Configuration(proxyBeanMethods = false)
// Axon's own stores for events, tokens and sagas are not wanted: the ledger has the events. Nor is
// a servlet that takes in whole files before anybody has looked at them.
@EnableAutoConfiguration(
    exclude = {
      JpaAutoConfiguration.class,
      JpaEventStoreAutoConfiguration.class,
      JdbcAutoConfiguration.class,
      MultipartAutoConfiguration.class,
      XStreamAutoConfiguration.class
    })
@ComponentScan(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters = @Filter(SpringBootConfiguration.class))
@Import({LedgerConfiguration.class, HttpConfiguration.class})
public class CommandSideConfiguration {

  @Bean
  DatabaseSchema commandSchema() {
    return new DatabaseSchema("command", "classpath:db/command", 5);
  }
}
