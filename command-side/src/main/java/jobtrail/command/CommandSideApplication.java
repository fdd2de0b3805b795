package jobtrail.command;

import jobtrail.ledger.ExternalDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as an application of its own, beside an external PostgreSQL. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, ExternalDatabase.class})
public class CommandSideApplication {

  /** Starts the command side. */
  public static void main(String[] args) {
    SpringApplication.run(CommandSideApplication.class, args);
  }
}
