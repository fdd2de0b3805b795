package jobtrail.query.serials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jobtrail.query.platform.Gathered;

/** Serials that a batch of events creates, and what changes in those that were there before. */
final class SerialChanges implements Gathered {

  private final SerialSql sql;
  private final OverrideSql overrides;
  private final Map<String, SerialRow> created = new LinkedHashMap<>();
  private final TreeMap<String, SerialChange> changes = new TreeMap<>();
  private final Map<Overridden, OverrideRow> active = new LinkedHashMap<>();
  private final List<OverrideRow> over = new ArrayList<>();
  private final List<Overridden> reversed = new ArrayList<>();

  SerialChanges(SerialSql sql, OverrideSql overrides) {
    this.sql = sql;
    this.overrides = overrides;
  }

  /** A new serial, with what its first event says of its steps. */
  void add(SerialRow row, SerialChange first) {
    created.put(row.serialId(), row);
    add(first);
  }

  void add(SerialChange change) {
    changes.merge(change.serialId(), change, SerialChange::then);
  }

  void override(OverrideRow row) {
    active.put(new Overridden(row.serialId(), row.stepId()), row);
  }

  void reverse(String serialId, String stepId) {
    Overridden which = new Overridden(serialId, stepId);
    OverrideRow fresh = active.remove(which);
    if (fresh == null) {
      reversed.add(which);
    } else {
      over.add(fresh.reversed());
    }
  }

  @Override
  public void write() {
    List<SerialChange> begun = new ArrayList<>();
    for (String serialId : created.keySet()) {
      begun.add(changes.remove(serialId));
    }
    if (!begun.isEmpty()) {
      sql.insert(new ArrayList<>(created.values()), begun);
    }
    if (!changes.isEmpty()) {
      sql.change(new ArrayList<>(changes.values()));
    }
    if (!reversed.isEmpty()) {
      overrides.reverse(reversed);
    }
    over.addAll(active.values());
    if (!over.isEmpty()) {
      overrides.insert(over);
    }
  }

  /** A step that a serial may go without. */
  record Overridden(String serialId, String stepId) {}
}
