package jobtrail.command.serial.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of something that was asked.
 *
 * @param against the rules it breaks; the refusal may name any of them
 * @param changes whether anything is different now
 * @param bypassed steps that were gone past, with what that makes of them
 * @param incomplete steps that were open when the serial was declared done
 */
public record Verdict(
    Set<Rule> against, boolean changes, Map<String, String> bypassed, List<String> incomplete) {

  static final Verdict NO_CHANGE = new Verdict(Set.of(), false, Map.of(), List.of());
  static final Verdict DONE = new Verdict(Set.of(), true, Map.of(), List.of());

  static Verdict no(Set<Rule> against) {
    return new Verdict(Set.copyOf(against), false, Map.of(), List.of());
  }

  static Verdict no(Rule rule) {
    return no(Set.of(rule));
  }

  static Verdict bypassing(Map<String, String> steps) {
    return new Verdict(Set.of(), true, new LinkedHashMap<>(steps), List.of());
  }

  /** Whether some rule stands against it. */
  public boolean refused() {
    return !against.isEmpty();
  }

  /** How the refusal may be told. */
  public Set<String> told() {
    return against.stream().map(Rule::told).collect(Collectors.toSet());
  }
}
