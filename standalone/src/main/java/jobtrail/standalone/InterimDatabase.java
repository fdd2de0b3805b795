package jobtrail.standalone;

import jobtrail.ledger.DatabaseAddress;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives Boot's own pool the address for as long as the ledger does not bring a pool. */
@Configuration(proxyBeanMethods = false)
class InterimDatabase {

  @Bean
  JdbcConnectionDetails connectionDetails(DatabaseAddress address) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return address.url();
      }

      @Override
      public String getUsername() {
        return address.username();
      }

      @Override
      public String getPassword() {
        return address.password();
      }
    };
  }
}
