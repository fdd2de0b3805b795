package jobtrail.query;

import jobtrail.ledger.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** The database that a read side on its own is told of; not scanned, so that others bring theirs. */
class GivenDatabase {

  @Bean
  DatabaseAddress databaseAddress(
      @Value("${jobtrail.database.url:#{null}}") @Nullable String url,
      @Value("${jobtrail.database.username:jobtrail}") String username,
      @Value("${jobtrail.database.password:}") String password) {
    if (url == null || url.isBlank()) {
      throw new IllegalStateException(
          "The query side needs a database: set jobtrail.database.url, for example"
              + " --jobtrail.database.url=jdbc:postgresql://localhost:5432/jobtrail");
    }
    return new DatabaseAddress(url, username, password);
  }
}
