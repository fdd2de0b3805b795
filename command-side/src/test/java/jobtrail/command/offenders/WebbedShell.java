package jobtrail.command.offenders;

import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows the web and the database, and is neither a controller nor SQL. */
class WebbedShell {

  ResponseEntity<String> answer(JdbcClient jdbc) {
    return ResponseEntity.ok(jdbc.toString());
  }
}
