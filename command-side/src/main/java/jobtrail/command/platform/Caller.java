package jobtrail.command.platform;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, and when and where it happened; every event of the command carries it.
 *
 * @param actor user id; {@code anonymous} when nobody said
 * @param terminal the device it was done at; null when none was named
 * @param occurredAt when the floor says it happened; the ledger's own time says when we learned of
 *     it
 * @param correlationId ties together what belongs to one piece of work; null when the caller named
 *     none
 */
public record Caller(
    String actor, @Nullable String terminal, Instant occurredAt, @Nullable String correlationId) {

  /** The actor when nobody said who. */
  public static final String ANONYMOUS = "anonymous";

  /** Always three digits, so that stored times compare as text. */
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** The same caller, acting as the user that the body names; null leaves it as it is. */
  public Caller actingAs(@Nullable String userId) {
    return userId == null ? this : new Caller(userId.strip(), terminal, occurredAt, correlationId);
  }

  /**
   * What the events of one command carry: the command is their cause, and starts a correlation of
   * its own unless told.
   */
  MetaData metadata(String commandId) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("actor", actor);
    if (terminal != null) {
      metadata.put("terminal", terminal);
    }
    metadata.put("occurredAt", MILLISECONDS.format(occurredAt));
    metadata.put("commandId", commandId);
    metadata.put("correlationId", correlationId == null ? commandId : correlationId);
    metadata.put("causationId", commandId);
    return MetaData.from(metadata);
  }
}
