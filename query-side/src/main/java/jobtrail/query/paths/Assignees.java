package jobtrail.query.paths;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import org.jspecify.annotations.Nullable;

/** Who is to see to which step of a path: user ids by step ids, always written in one order. */
record Assignees(@JsonValue Map<String, String> byStep) {

  static final Assignees NONE = new Assignees(Map.of());

  @JsonCreator
  Assignees {
    byStep = Collections.unmodifiableSortedMap(new TreeMap<>(byStep));
  }

  Assignees after(PathStepAssigned event) {
    SortedMap<String, String> now = new TreeMap<>(byStep);
    if (event.userId() == null) {
      now.remove(event.stepId().value());
    } else {
      now.put(event.stepId().value(), event.userId().value());
    }
    return new Assignees(now);
  }

  @Nullable String of(String stepId) {
    return byStep.get(stepId);
  }
}
