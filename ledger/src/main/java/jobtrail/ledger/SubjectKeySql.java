package jobtrail.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads, makes and deletes the keys that personal texts are sealed under. */
final class SubjectKeySql {

  private final JdbcClient jdbc;

  SubjectKeySql(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
  }

  /** The subject's key; {@code fresh} becomes it when there is none yet, whoever comes first. */
  byte[] keyOf(String subject, byte[] fresh) {
    Optional<byte[]> key = known(subject);
    while (key.isEmpty()) {
      jdbc.sql(
              "insert into ledger.subject_key (subject, secret) values (:subject, :fresh) on conflict do nothing")
          .param("subject", subject)
          .param("fresh", fresh)
          .update();
      // Empty only when somebody erased the subject at this very moment.
      key = known(subject);
    }
    return key.get();
  }

  private Optional<byte[]> known(String subject) {
    return jdbc.sql("select secret from ledger.subject_key where subject = :subject")
        .param("subject", subject)
        .query(byte[].class)
        .optional();
  }

  Map<String, byte[]> keys(List<String> subjects) {
    Map<String, byte[]> keys = new HashMap<>();
    if (!subjects.isEmpty()) {
      jdbc.sql("select subject, secret from ledger.subject_key where subject = any(:subjects)")
          .param("subjects", subjects.toArray(String[]::new))
          .query(row -> {
            keys.put(row.getString(1), row.getBytes(2));
          });
    }
    return keys;
  }

  void delete(List<String> subjects) {
    jdbc.sql("delete from ledger.subject_key where subject = any(:subjects)")
        .param("subjects", subjects.toArray(String[]::new))
        .update();
  }
}
