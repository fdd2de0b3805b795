package jobtrail.query.items;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.events.item.ItemState;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks of items, wherever items are asked for. */
public final class AskedItems {

  private static final String STATES =
      Stream.of(ItemState.values()).map(ItemState::word).collect(Collectors.joining(", "));

  private AskedItems() {}

  /**
   * The states that are named, each once; none when the parameter is missing.
   *
   * @throws RequestRefused 400 for what is no state
   */
  public static Set<ItemState> states(@Nullable List<String> said) {
    Set<ItemState> states = EnumSet.noneOf(ItemState.class);
    if (said == null) {
      return states;
    }
    said.forEach(word -> states.add(state(word)));
    if (states.isEmpty()) {
      throw notAState();
    }
    return Collections.unmodifiableSet(states);
  }

  /**
   * The job that is named, in either way.
   *
   * @throws RequestRefused 400 when two different ones are
   */
  public static @Nullable String job(@Nullable String job, @Nullable String jobId) {
    if (job != null && jobId != null && !job.equals(jobId)) {
      throw RequestRefused.invalid("jobId", "is another one than job");
    }
    return job == null ? jobId : job;
  }

  /** A text without the blanks around it. */
  public static @Nullable String stripped(@Nullable String said) {
    return said == null ? null : said.strip();
  }

  private static ItemState state(String word) {
    ItemState state = ItemState.of(word.strip());
    if (state == null) {
      throw notAState();
    }
    return state;
  }

  private static RequestRefused notAState() {
    return RequestRefused.invalid("state", "must be one of: " + STATES);
  }
}
