package jobtrail.query.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into columns, as a batch is written, and reads a column that needs more than a getter.
 */
public final class ColumnSql {

  private ColumnSql() {}

  /** One text of each row, in their order. */
  public static <T> @Nullable String[] texts(
      Collection<T> rows, Function<? super T, ? extends @Nullable String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  /** One number of each row, in their order. */
  public static <T> @Nullable Long[] longs(
      Collection<T> rows, Function<? super T, ? extends @Nullable Long> number) {
    return rows.stream().map(number).toArray(Long[]::new);
  }

  /** One small number of each row, in their order. */
  public static <T> @Nullable Integer[] numbers(
      Collection<T> rows, Function<? super T, ? extends @Nullable Integer> number) {
    return rows.stream().map(number).toArray(Integer[]::new);
  }

  /** One claim of each row, in their order. */
  public static <T> @Nullable Boolean[] booleans(
      Collection<T> rows, Function<? super T, ? extends @Nullable Boolean> claim) {
    return rows.stream().map(claim).toArray(Boolean[]::new);
  }

  /** A moment that is always there. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
