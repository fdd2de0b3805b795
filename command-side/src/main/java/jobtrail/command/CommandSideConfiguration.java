package jobtrail.command;

import jobtrail.http.HttpConfiguration;
import jobtrail.ledger.DatabaseSchema;
import jobtrail.ledger.LedgerConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The whole command side, for an application that brings a database address. */
@Configuration(proxyBeanMethods = false)
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
