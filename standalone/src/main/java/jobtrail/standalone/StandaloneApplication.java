package jobtrail.standalone;

import jobtrail.command.CommandSideConfiguration;
import jobtrail.query.QuerySideConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the whole of Jobtrail in one process. The two sides meet here and nowhere else. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
  DatabaseConfiguration.class,
  ReadyNotice.class,
  CommandSideConfiguration.class,
  QuerySideConfiguration.class
})
public class StandaloneApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(StandaloneApplication.class, arguments);
  }
}
