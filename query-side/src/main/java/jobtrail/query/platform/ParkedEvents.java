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

  private static final long EMPTY_FOR_NANOS = 1_000_000_000;

  private final String view;
  private final SequencedDeadLetterQueue<EventMessage<?>> letters;
  private final JdbcClient jdbc;
  private final Map<Integer, Set<String>> jobs = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private long changes;
  private long emptyUntil = System.nanoTime();

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
    changed();
  }

  void forgetAll() {
    jobs.clear();
    changed();
  }

  /**
   * Whether nothing is parked, for a node that has all segments: only it could change that. Asked
   * of the database at most every second, until something is parked or a segment given away.
   */
  boolean nothing() {
    long now = System.nanoTime();
    long before;
    synchronized (lock) {
      if (emptyUntil - now > 0) {
        return true;
      }
      before = changes;
    }
    boolean nothing =
        jdbc.sql("select not exists (select from views.parked where processor = :view)")
            .param("view", view)
            .query(Boolean.class)
            .single();
    synchronized (lock) {
      if (nothing && changes == before) {
        emptyUntil = now + EMPTY_FOR_NANOS;
      }
    }
    return nothing;
  }

  private void changed() {
    synchronized (lock) {
      changes++;
      emptyUntil = System.nanoTime();
    }
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
    changed();
  }
}
