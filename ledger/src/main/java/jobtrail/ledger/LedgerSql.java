package jobtrail.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements that write and read events. */
final class LedgerSql {

  static final String POSITION_TAKEN = "event_pkey";
  static final String STREAM_TAKEN = "event_stream_key";

  /** Any two writers of one database meet on this key; no other lock of Jobtrail uses it. */
  static final long LEAD_LOCK = 0x4a4f4254_5241494cL;

  private static final String COLUMNS =
      "position, job_id, stream_type, stream_id, sequence_number, event_id, name, revision, recorded_at, payload, metadata, hash";

  /** Shared lead lock, then the whole group: one statement, one round trip, one commit. */
  private static final String APPEND =
      """
      with turn as materialized (select pg_advisory_xact_lock_shared(?))
      insert into ledger.event (%s)
      select ? + e.ordinal, e.job_id, e.stream_type, e.stream_id, e.sequence_number, e.event_id, e.name, e.revision,
             timestamptz 'epoch' + ? * interval '1 millisecond', e.payload::json, e.metadata::json, e.hash
      from turn, unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[],
                        ?::bytea[])
        with ordinality as e (job_id, stream_type, stream_id, sequence_number, event_id, name, revision, payload, metadata, hash,
                              ordinal)
      order by e.ordinal
      """
          .formatted(COLUMNS);

  private static final String SELECT = "select " + COLUMNS + " from ledger.event ";

  /** What serials do all day; the index {@code event_rare} holds everything else. */
  static final Set<String> FREQUENT = Set.of("serial.created", "serial.advanced");

  /** The second condition is in the words of the index, or it would not be used. */
  static final String RARE =
      SELECT
          + """
          where position > ? and position <= ?
            and name not in ('serial.created', 'serial.advanced') and name <> all(?)
          order by position limit ?
          """;

  private LedgerSql() {}

  /** A group's events and hashes, numbered on from position {@code after}. */
  static void append(
      Connection connection, long after, Instant recordedAt, List<NewEvent> events, byte[][] hashes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setLong(1, LEAD_LOCK);
      statement.setLong(2, after);
      statement.setLong(3, recordedAt.toEpochMilli());
      statement.setArray(4, texts(connection, events, NewEvent::jobId));
      statement.setArray(5, texts(connection, events, NewEvent::streamType));
      statement.setArray(6, texts(connection, events, NewEvent::streamId));
      statement.setArray(7, sequenceNumbers(connection, events));
      statement.setArray(8, texts(connection, events, NewEvent::eventId));
      statement.setArray(9, texts(connection, events, NewEvent::name));
      statement.setArray(
          10,
          connection.createArrayOf(
              "int4", events.stream().map(NewEvent::revision).toArray(Integer[]::new)));
      statement.setArray(11, texts(connection, events, NewEvent::payload));
      statement.setArray(12, texts(connection, events, NewEvent::metadata));
      statement.setArray(13, connection.createArrayOf("bytea", hashes));
      statement.executeUpdate();
    }
  }

  private static Array texts(
      Connection connection, List<NewEvent> events, Function<NewEvent, @Nullable String> field)
      throws SQLException {
    @Nullable String[] texts = new @Nullable String[events.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = field.apply(events.get(i));
    }
    return connection.createArrayOf("text", texts);
  }

  private static Array sequenceNumbers(Connection connection, List<NewEvent> events)
      throws SQLException {
    Long[] numbers = events.stream().map(NewEvent::sequenceNumber).toArray(Long[]::new);
    return connection.createArrayOf("int8", numbers);
  }

  static LedgerHead head(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select position, hash, recorded_at from ledger.event order by position desc limit 1");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? headOf(rows) : LedgerHead.GENESIS;
    }
  }

  /**
   * Takes the lead until the transaction ends, waiting for whoever has it, and tells where the
   * ledger ends then.
   */
  static LedgerHead lead(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select last_position, last_hash, last_recorded_at from ledger.lead(?)")) {
      statement.setLong(1, LEAD_LOCK);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBytes(2) == null ? LedgerHead.GENESIS : headOf(rows);
      }
    }
  }

  private static LedgerHead headOf(ResultSet rows) throws SQLException {
    return new LedgerHead(
        rows.getLong(1), rows.getBytes(2), rows.getObject(3, OffsetDateTime.class).toInstant());
  }

  static byte @Nullable [] hashAt(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select hash from ledger.event where position = ?")) {
      statement.setLong(1, position);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    }
  }

  /** Which places (stream, sequence number) of these events are taken already. */
  static List<StreamPlace> taken(Connection connection, List<NewEvent> events) throws SQLException {
    String sql =
        """
        select e.stream_id, e.sequence_number
        from unnest(?::text[], ?::bigint[]) as wanted (stream_id, sequence_number)
        join ledger.event e using (stream_id, sequence_number)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, texts(connection, events, NewEvent::streamId));
      statement.setArray(2, sequenceNumbers(connection, events));
      try (ResultSet rows = statement.executeQuery()) {
        List<StreamPlace> taken = new ArrayList<>();
        while (rows.next()) {
          taken.add(new StreamPlace(rows.getString(1), rows.getLong(2)));
        }
        return taken;
      }
    }
  }

  static List<StoredEvent> after(Connection connection, long position, int limit)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT + "where position > ? order by position limit ?")) {
      statement.setLong(1, position);
      statement.setInt(2, limit);
      return read(statement);
    }
  }

  /** Rare events behind a position and up to another, less those of some names. */
  static List<StoredEvent> rare(
      Connection connection, long after, long upTo, Collection<String> less, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RARE)) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      statement.setArray(3, connection.createArrayOf("text", less.toArray(String[]::new)));
      statement.setInt(4, limit);
      return read(statement);
    }
  }

  static List<StoredEvent> ofPaths(Connection connection, long after, long upTo, int limit)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            SELECT
                + "where stream_type = 'path' and position > ? and position <= ? order by position limit ?")) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      statement.setInt(3, limit);
      return read(statement);
    }
  }

  static List<StoredEvent> ofStream(Connection connection, String streamId, long from, int limit)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            SELECT
                + "where stream_id = ? and sequence_number >= ? order by sequence_number limit ?")) {
      statement.setString(1, streamId);
      statement.setLong(2, from);
      statement.setInt(3, limit);
      return read(statement);
    }
  }

  static List<StoredEvent> ofStreams(Connection connection, Collection<String> streamIds)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            SELECT + "where stream_id = any(?) order by stream_id, sequence_number")) {
      statement.setArray(1, connection.createArrayOf("text", streamIds.toArray(String[]::new)));
      return read(statement);
    }
  }

  /** The last sequence number of a stream; null when it has no event. */
  static @Nullable Long lastSequenceNumber(Connection connection, String streamId)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select sequence_number from ledger.event where stream_id = ? order by sequence_number desc limit 1")) {
      statement.setString(1, streamId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? (Long) rows.getLong(1) : null;
      }
    }
  }

  static List<StoredEvent> beginnings(Connection connection, List<String> streamIds)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT + "where stream_id = any(?) and sequence_number = 0")) {
      statement.setArray(1, connection.createArrayOf("text", streamIds.toArray(String[]::new)));
      return read(statement);
    }
  }

  /**
   * Position of the first event recorded at or after a moment; null when there is none yet. Times
   * never fall, so halving finds it.
   */
  static @Nullable Long firstSince(Connection connection, Instant moment, long last)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select recorded_at from ledger.event where position = ?")) {
      long low = 1;
      long high = last + 1;
      while (low < high) {
        long middle = low + (high - low) / 2;
        statement.setLong(1, middle);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          if (rows.getObject(1, OffsetDateTime.class).toInstant().isBefore(moment)) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
      }
      return low > last ? null : (Long) low;
    }
  }

  private static List<StoredEvent> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<StoredEvent> events = new ArrayList<>();
      while (rows.next()) {
        NewEvent event =
            new NewEvent(
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getLong(5),
                rows.getString(6),
                rows.getString(7),
                rows.getInt(8),
                rows.getString(10),
                rows.getString(11));
        events.add(
            new StoredEvent(
                rows.getLong(1),
                event,
                rows.getObject(9, OffsetDateTime.class).toInstant(),
                rows.getBytes(12)));
      }
      return events;
    }
  }
}
