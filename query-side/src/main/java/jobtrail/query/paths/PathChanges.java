package jobtrail.query.paths;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;

/** The paths that a batch of events is about; those it changes are written at its end. */
final class PathChanges implements Gathered {

  private final PathRows rows;
  private final Map<String, PathRow> paths = new HashMap<>();
  private final List<PathRow> gone = new ArrayList<>();

  PathChanges(PathRows rows, Collection<String> ids) {
    this.rows = rows;
    rows.findAllById(ids).forEach(row -> paths.put(row.pathId, row));
  }

  void add(PathRow row) {
    paths.put(row.pathId, row);
  }

  /** The path that something just happened to. */
  PathRow touched(String pathId, Moment when) {
    PathRow row = known(pathId);
    row.touched(when);
    return row;
  }

  void remove(String pathId) {
    PathRow row = known(pathId);
    paths.remove(pathId);
    if (!row.isNew()) {
      gone.add(row);
    }
  }

  @Override
  public void write() {
    rows.saveAll(paths.values().stream().filter(PathRow::isNew).toList());
    rows.deleteAll(gone);
    rows.flush();
  }

  private PathRow known(String pathId) {
    PathRow row = paths.get(pathId);
    if (row == null) {
      throw new IllegalStateException("Never heard of " + pathId);
    }
    return row;
  }
}
