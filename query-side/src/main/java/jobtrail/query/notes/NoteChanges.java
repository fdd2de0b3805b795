package jobtrail.query.notes;

import java.util.ArrayList;
import java.util.List;
import jobtrail.query.platform.Gathered;

/** Notes that a batch of events tells of. */
final class NoteChanges implements Gathered {

  private final NoteSql sql;
  private final List<NoteRow> notes = new ArrayList<>();

  NoteChanges(NoteSql sql) {
    this.sql = sql;
  }

  void add(NoteRow row) {
    notes.add(row);
  }

  @Override
  public void write() {
    if (!notes.isEmpty()) {
      sql.insert(notes);
    }
  }
}
