package jobtrail.command.platform;

import java.net.URI;
import java.time.Instant;
import jobtrail.http.ETags;
import jobtrail.http.LedgerPosition;
import org.springframework.http.ResponseEntity;

/**
 * A command that was not refused, ready to be told over HTTP.
 *
 * @param state the aggregate after the command
 * @param version sequence number of its stream's last event
 * @param position of the command's last event; for a command that changed nothing, the end of the
 *     ledger
 */
public record Answer<S>(
    S state, long version, long position, Instant createdAt, Instant updatedAt) {

  /** 200 with the version and the position. */
  public ResponseEntity<Object> ok(Object body) {
    return ResponseEntity.ok()
        .eTag(ETags.of(version))
        .header(LedgerPosition.HEADER, Long.toString(position))
        .body(body);
  }

  /** The position with a status, for several streams at once, which have no one version. */
  public ResponseEntity<Object> many(int status, Object body) {
    return ResponseEntity.status(status)
        .header(LedgerPosition.HEADER, Long.toString(position))
        .body(body);
  }

  /** 201 with the address of what was made. */
  public ResponseEntity<Object> created(String location, Object body) {
    return ResponseEntity.created(URI.create(location))
        .eTag(ETags.of(version))
        .header(LedgerPosition.HEADER, Long.toString(position))
        .body(body);
  }

  /** 201 for several streams at once, which have no one version. */
  public ResponseEntity<Object> createdMany(String location, Object body) {
    return ResponseEntity.created(URI.create(location))
        .header(LedgerPosition.HEADER, Long.toString(position))
        .body(body);
  }
}
