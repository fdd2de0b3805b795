package jobtrail.query.platform;

import java.util.List;
import jobtrail.events.DomainEvent;

/**
 * One view as its processor sees it.
 *
 * @param <G> what its projection's methods are handed to gather changes in
 */
public interface ViewTables<G extends Gathered> {

  /** Name of the view and of its processing group, for example {@code job-progress}. */
  String name();

  /** Its tables, with the schema. */
  List<String> tables();

  /** An empty gathering for a batch of these events. */
  G gather(List<DomainEvent> batch);
}
