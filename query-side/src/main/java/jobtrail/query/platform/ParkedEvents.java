package jobtrail.query.platform;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events that one view could not take in, each with what followed of the same job. Which jobs
 * are meant is kept in memory; only the owner of a job's segment adds to them.
 */
final class ParkedEvents {

  private final String view;
  private final SequencedDeadLetterQueue<EventMessage<?>> letters;
  private final JdbcClient jdbc;
  private final Map<Integer, Set<String>> jobs = new ConcurrentHashMap<>();

  ParkedEvents(String view, SequencedDeadLetterQueue<EventMessage<?>> letters, JdbcClient jdbc) {
    this.view = view;
    this.letters = letters;
    this.jdbc = jdbc;
  }

  /**
   * Called at the start of each batch: a segment that was another node's brings its parked jobs.
   */
  void remember(int segment) {
    jobs.computeIfAbsent(
        segment,
        id -> {
          Set<String> held = ConcurrentHashMap.newKeySet();
          held.addAll(
              jdbc.sql("select distinct job_id from views.parked where processor = :view")
                  .param("view", view)
                  .query((row, number) -> row.getString(1))
                  .list());
          return held;
        });
  }

  /** The segment now is another node's. */
  void forget(int segment) {
    jobs.remove(segment);
  }

  void forgetAll() {
    jobs.clear();
  }

  boolean holdsBack(EventMessage<?> event, int segment) {
    Set<String> held = jobs.getOrDefault(segment, Set.of());
    return !held.isEmpty() && held.contains(JobSequencing.sequenceOf(event));
  }

  /** Parks an event in the transaction at hand; {@code cause} is null for what only follows. */
  void add(EventMessage<?> event, @Nullable Throwable cause) {
    String job = JobSequencing.sequenceOf(event);
    letters.enqueue(job, new GenericDeadLetter<>(job, event, cause));
  }

  /** After the commit of what {@link #add} wrote. */
  void added(EventMessage<?> event, int segment) {
    jobs.computeIfPresent(
        segment,
        (id, held) -> {
          held.add(JobSequencing.sequenceOf(event));
          return held;
        });
  }
}
