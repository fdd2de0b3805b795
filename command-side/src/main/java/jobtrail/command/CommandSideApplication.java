package jobtrail.command;

import jobtrail.ledger.ExternalDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The command side as an application of its own, beside an external PostgreSQL. */
@SpringBootConfiguration
@Import({CommandSideConfiguration.class, ExternalDatabase.class})
public class CommandSideApplication {

  /** Starts the command side. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(CommandSideApplication.class)
        // In standalone, application.yml is somebody else's.
        .properties("spring.config.name=command-side")
        .run(args);
  }
}
