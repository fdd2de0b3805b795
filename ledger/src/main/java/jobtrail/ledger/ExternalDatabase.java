package jobtrail.ledger;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A PostgreSQL that somebody else runs, named by {@code jobtrail.database.url}, {@code .username}
 * and {@code .password}.
 */
@Configuration(proxyBeanMethods = false)
public class ExternalDatabase {

  /** The property that names the database. */
  public static final String URL = "jobtrail.database.url";

  @Bean
  DatabaseAddress databaseAddress(Environment settings) {
    String url = settings.getProperty(URL, "");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new BeanCreationException(
          "databaseAddress",
          "Name the PostgreSQL to use: --jobtrail.database.url=jdbc:postgresql://host:5432/jobtrail"
              + " --jobtrail.database.username=… --jobtrail.database.password=…");
    }
    return new DatabaseAddress(
        url,
        settings.getProperty("jobtrail.database.username", "jobtrail"),
        settings.getProperty("jobtrail.database.password", ""));
  }
}
