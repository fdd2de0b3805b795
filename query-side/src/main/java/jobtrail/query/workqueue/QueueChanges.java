package jobtrail.query.workqueue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jobtrail.query.platform.Gathered;

/** The paths that a batch of events is about, and which of them have other steps afterwards. */
final class QueueChanges implements Gathered {

  private final QueuePathsSql sql;
  private final SortedMap<String, QueuePath> paths = new TreeMap<>();
  private final TreeSet<String> otherSteps = new TreeSet<>();
  private final TreeSet<String> gone = new TreeSet<>();

  QueueChanges(QueuePathsSql sql, Collection<QueuePath> known) {
    this.sql = sql;
    known.forEach(path -> paths.put(path.pathId, path));
  }

  void add(QueuePath path) {
    paths.put(path.pathId, path);
    otherSteps.add(path.pathId);
  }

  QueuePath path(String pathId) {
    QueuePath path = paths.get(pathId);
    if (path == null) {
      throw new IllegalStateException("Never heard of " + pathId);
    }
    return path;
  }

  /** A path whose steps' rows have to be written anew. */
  QueuePath pathWithOtherSteps(String pathId) {
    otherSteps.add(pathId);
    return path(pathId);
  }

  void remove(String pathId) {
    paths.remove(path(pathId).pathId);
    otherSteps.remove(pathId);
    gone.add(pathId);
  }

  @Override
  public void write() {
    if (!gone.isEmpty()) {
      sql.removePaths(gone);
    }
    if (!paths.isEmpty()) {
      sql.savePaths(new ArrayList<>(paths.values()));
    }
    TreeSet<String> replaced = new TreeSet<>(otherSteps);
    replaced.addAll(gone);
    if (!replaced.isEmpty()) {
      sql.removeSteps(replaced);
      List<QueueStep> steps =
          otherSteps.stream().flatMap(pathId -> path(pathId).steps().stream()).toList();
      sql.insertSteps(steps);
    }
  }
}
