package jobtrail.query.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the views' positions stand in the database, and travel from node to node. */
final class PositionsSql {

  static final String CHANNEL = "jobtrail_views";

  /** Announced when positions have gone back. */
  static final String LOOK = "look";

  /** Any node's: the first half of the advisory lock that shows that a node lives. */
  private static final int NODES = 0x6a6f6274;

  private PositionsSql() {}

  /** One segment's news. */
  record Moved(String view, int segment, long position) {

    static Moved of(String text) {
      int slash = text.indexOf('/');
      int equals = text.indexOf('=', slash);
      return new Moved(
          text.substring(0, slash),
          Integer.parseInt(text, slash + 1, equals, 10),
          Long.parseLong(text, equals + 1, text.length(), 10));
    }
  }

  /**
   * What the database says of a segment.
   *
   * @param owner the node that works on it; null when none does
   */
  record Said(long position, @Nullable String owner) {

    Said at(long other) {
      return new Said(other, owner);
    }
  }

  /** Every segment of every view; 0 where nothing was published yet. */
  static Map<String, Map<Integer, Said>> all(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select t.processor, t.segment, coalesce(a.position, 0), t.owner
                from views.token t left join views.applied a using (processor, segment)
                """);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Map<Integer, Said>> all = new HashMap<>();
      while (rows.next()) {
        all.computeIfAbsent(rows.getString(1), view -> new HashMap<>())
            .put(rows.getInt(2), new Said(rows.getLong(3), rows.getString(4)));
      }
      return all;
    }
  }

  /**
   * Stores and announces in one round trip. Only what this node owns counts: a segment that another
   * has taken over, or a view that is being rebuilt, is no longer its to speak for.
   *
   * @return how many of them count
   */
  static int publish(Connection connection, List<Moved> moves, String owner) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with own as (
              select m.* from unnest(?::text[], ?::integer[], ?::bigint[]) m (processor, segment, position)
              join views.token t using (processor, segment)
              where t.owner = ? for share of t),
            said as (
              insert into views.applied (processor, segment, position)
              select processor, segment, position from own
              on conflict (processor, segment)
              do update set position = greatest(applied.position, excluded.position)
              returning processor, segment, position)
            select pg_notify('%s', string_agg(processor || '/' || segment || '=' || position, ' ')), count(*)
            from said having count(*) > 0
            """
                .formatted(CHANNEL))) {
      statement.setArray(
          1, connection.createArrayOf("text", moves.stream().map(Moved::view).toArray()));
      statement.setArray(
          2, connection.createArrayOf("integer", moves.stream().map(Moved::segment).toArray()));
      statement.setArray(
          3, connection.createArrayOf("bigint", moves.stream().map(Moved::position).toArray()));
      statement.setString(4, owner);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(2) : 0;
      }
    }
  }

  /** What is published may be lost in a crash: it is a hint, and is soon published again. */
  static void withoutWaitingForTheDisk(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
    }
  }

  /** Shows the other nodes that this one lives, for as long as the connection does. */
  static void showAlive(Connection connection, int node) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      statement.setInt(1, NODES);
      statement.setInt(2, node);
      statement.execute();
    }
  }

  /** Frees what nodes had claimed that no longer live, so that nobody waits for a dead one. */
  static void freeClaimsOfTheDead(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update views.token set owner = null
            where owner is not null and owner not in (
              select 'node ' || objid::bigint from pg_locks
              where locktype = 'advisory' and granted and classid::bigint = ?
              and database = (select oid from pg_database where datname = current_database()))
            """)) {
      statement.setLong(1, NODES);
      statement.execute();
    }
  }
}
