package jobtrail.query.workqueue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jobtrail.query.workqueue.Waiting.Waiter;

/**
 * The first serials of each step as this node last read them. They are most of a queue, and at most
 * steps nothing has moved since: who asks again tells what it knows, and is told only what is new.
 */
final class FirstWaiting {

  /** Some 8 KiB each; beyond this, some other step is forgotten for each new one. */
  private static final int MOST_STEPS = 2_000;

  private final Map<String, Known> bySteps = new ConcurrentHashMap<>();

  /**
   * One step's first serials.
   *
   * @param mark of the state they were read in; it never means two states of one step
   */
  record Known(String mark, List<Waiter> first) {}

  /** All that is known, as it does not change under who is asking. */
  Map<String, Known> known() {
    return Map.copyOf(bySteps);
  }

  /** The marks alone, by step id. */
  static Map<String, String> marks(Map<String, Known> known) {
    return known.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().mark()));
  }

  void learn(String stepId, Known known) {
    if (bySteps.put(stepId, known) == null && bySteps.size() > MOST_STEPS) {
      bySteps.keySet().stream()
          .filter(other -> !other.equals(stepId))
          .findAny()
          .ifPresent(bySteps::remove);
    }
  }
}
