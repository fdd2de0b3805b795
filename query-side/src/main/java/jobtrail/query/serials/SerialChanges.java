package jobtrail.query.serials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/** Serials that a batch of events creates, and last moves of those that were there before. */
final class SerialChanges implements Gathered {

  private final SerialSql sql;
  private final Map<String, SerialRow> created = new LinkedHashMap<>();
  private final Map<String, Move> moves = new TreeMap<>();

  SerialChanges(SerialSql sql) {
    this.sql = sql;
  }

  void add(SerialRow row) {
    created.put(row.serialId(), row);
  }

  void move(String serialId, @Nullable String toStep, SerialStatus to, Moment when) {
    SerialRow fresh = created.get(serialId);
    if (fresh == null) {
      moves.put(serialId, new Move(serialId, toStep, to, when));
    } else {
      created.put(serialId, fresh.moved(toStep, to, when));
    }
  }

  @Override
  public void write() {
    if (!created.isEmpty()) {
      sql.insert(new ArrayList<>(created.values()));
    }
    if (!moves.isEmpty()) {
      sql.move(new ArrayList<>(moves.values()));
    }
  }

  /** Where a serial's last event of the batch left it. */
  record Move(String serialId, @Nullable String toStep, SerialStatus to, Moment when) {}
}
