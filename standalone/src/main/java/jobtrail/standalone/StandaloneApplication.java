package jobtrail.standalone;

import jobtrail.ledger.LedgerConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the whole of Jobtrail in one process. The two sides meet here and nowhere else. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({DatabaseConfiguration.class, LedgerConfiguration.class, ReadyNotice.class})
public class StandaloneApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(StandaloneApplication.class, arguments);
  }
}
