package jobtrail.query.offenders;

import java.time.Instant;
import java.util.Date;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** One for each rule. */
public final class Offenders {

  private Offenders() {}

  /** Speaks HTTP without being a controller. */
  static final class WebInAView {
    ResponseEntity<String> answer() {
      return ResponseEntity.ok("no");
    }
  }

  /** Speaks SQL without saying so in its name. */
  static final class SqlInAView {
    int count(JdbcClient jdbc) {
      return jdbc.sql("select 1").query((row, number) -> row.getInt(1)).single();
    }
  }

  /** Hears events without being a projection. */
  static final class Eavesdropper {
    @EventHandler
    void on(SerialCreated event) {}
  }

  /** Does more than hear events. */
  static final class BusyProjection {
    void tidyUp() {}
  }

  /** Has something put into its field. */
  @SuppressWarnings("NullAway.Init")
  static final class FieldInjected {
    @Autowired String given;
  }

  /** Opens transactions of its own. */
  @Transactional
  static class Transacted {}

  /** Still keeps time as in 1995. */
  interface OldTimes {
    Date when();
  }

  /** Would answer otherwise after a replay. */
  static final class Clockwatcher {
    Instant now() {
      return Instant.now();
    }
  }
}
