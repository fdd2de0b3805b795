package jobtrail.command.serial.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jobtrail.command.serial.model.RouteModel.StepCard;
import org.jspecify.annotations.Nullable;

/**
 * A serial's travel card, kept by the rules' text alone: where it stands, and one mark for each
 * step that something happened to.
 */
public final class SerialModel {

  private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);

  private enum Fate {
    TRAVELLING,
    DONE,
    DECLARED_DONE,
    GONE
  }

  /** The last event, if it can be taken back: who, when, and the card as it was. */
  private record Move(String who, Instant when, String at, Map<String, String> marks) {}

  private final RouteModel route;
  private Fate fate = Fate.TRAVELLING;
  private String at;
  private boolean held;
  private @Nullable Move last;
  private final Map<String, String> marks = new HashMap<>();
  private final Set<String> overridden = new HashSet<>();
  private final Set<String> attached = new HashSet<>();

  /** A new serial, on the first step in use. */
  public SerialModel(RouteModel route) {
    this.route = route;
    this.at = route.steps().getFirst().id();
    marks.put(at, "in_progress");
  }

  private SerialModel(SerialModel other) {
    route = other.route;
    fate = other.fate;
    at = other.at;
    held = other.held;
    last = other.last;
    marks.putAll(other.marks);
    overridden.addAll(other.overridden);
    attached.addAll(other.attached);
  }

  /** What would become of it; nothing happens. */
  public Verdict wouldBe(Ask ask, String who, Instant now) {
    return new SerialModel(this).ask(ask, who, now);
  }

  /** Carries out what is asked, unless a rule stands against it. */
  public Verdict ask(Ask ask, String who, Instant now) {
    Move before = new Move(who, now, at, Map.copyOf(marks));
    Verdict verdict =
        switch (ask) {
          case Ask.Advance next -> forward(next.from(), theNext());
          case Ask.AdvanceTo to -> forward(to.from(), to.goal());
          case Ask.Rework back -> backward(back.goal());
          case Ask.CompleteDeferred done -> settle(done.step(), "completed");
          case Ask.Waive waived -> settle(waived.step(), "waived");
          case Ask.LetOff one -> override(one.step());
          case Ask.Reverse one -> reverse(one.step());
          case Ask.Scrap scrap -> scrap(scrap);
          case Ask.ForceComplete declared -> declareDone();
          case Ask.Hold hold -> hold();
          case Ask.Release release -> release();
          case Ask.Undo undo -> undo(who, now);
          case Ask.Attach certificate -> attach(certificate.certificate());
        };
    if (verdict.changes()) {
      boolean canBeTakenBack =
          ask instanceof Ask.Advance
              || ask instanceof Ask.AdvanceTo
              || ask instanceof Ask.Rework
              || ask instanceof Ask.Scrap;
      last = canBeTakenBack ? before : null;
    }
    return verdict;
  }

  private Ask.Goal theNext() {
    return route.steps().stream()
        .filter(card -> route.place(card.id()) > route.place(at))
        .findFirst()
        .map(card -> new Ask.Goal(null, card.id()))
        .orElse(new Ask.Goal(route.steps().size(), null));
  }

  private Verdict forward(@Nullable String from, Ask.Goal goal) {
    if (from != null && (isDone() || !from.equals(at))) {
      return Verdict.no(
          route.knows(from)
              ? EnumSet.of(Rule.ELSEWHERE)
              : EnumSet.of(Rule.ELSEWHERE, Rule.UNKNOWN_STEP));
    }
    if (fate != Fate.TRAVELLING) {
      return Verdict.no(ended());
    }
    Set<Rule> against = EnumSet.noneOf(Rule.class);
    if (held) {
      against.add(Rule.STOPPED);
    }
    @Nullable String target = target(goal, against);
    if (goal.index() != null && goal.index() < 0) {
      against.add(Rule.NOT_AHEAD);
    }
    boolean toTheEnd = goal.index() != null && goal.index() == route.steps().size();
    if (target == null && !toTheEnd) {
      return Verdict.no(against);
    }
    if (target != null && route.place(target) <= route.place(at)) {
      against.add(Rule.NOT_AHEAD);
    }
    Map<String, String> bypassed = new LinkedHashMap<>();
    for (StepCard between : between(target)) {
      bypass(between, bypassed, against);
    }
    if (toTheEnd && !openBesidesHere().isEmpty()) {
      against.add(Rule.WORK_OWED);
    }
    if (!against.isEmpty()) {
      return Verdict.no(against);
    }
    marks.put(at, "completed");
    marks.putAll(bypassed);
    if (target == null) {
      fate = Fate.DONE;
    } else {
      at = target;
      marks.put(at, "in_progress");
    }
    return Verdict.bypassing(bypassed);
  }

  private List<StepCard> between(@Nullable String target) {
    int end = target == null ? Integer.MAX_VALUE : route.place(target);
    return route.steps().stream()
        .filter(card -> route.place(card.id()) > route.place(at) && route.place(card.id()) < end)
        .toList();
  }

  /** The table: what the mode makes of a step that is gone past. */
  private void bypass(StepCard step, Map<String, String> bypassed, Set<Rule> against) {
    boolean perStep = route.mode().equals("per_step");
    if (route.mode().equals("strict")) {
      against.add(Rule.ONE_BY_ONE);
    } else if (settled(step.id())) {
      return; // kept as it is
    } else if (!required(step)) {
      bypassed.put(step.id(), "skipped");
    } else if (step.dependency().equals("physical")
        || (step.dependency().equals("completion_gate") && !perStep)) {
      against.add(Rule.MUST_BE_DONE_FIRST);
    } else {
      bypassed.put(step.id(), "deferred");
    }
  }

  private Verdict backward(Ask.Goal goal) {
    if (fate != Fate.TRAVELLING) {
      return Verdict.no(endedForGood());
    }
    Set<Rule> against = EnumSet.noneOf(Rule.class);
    if (held) {
      against.add(Rule.STOPPED);
    }
    @Nullable String target = target(goal, against);
    if (goal.index() != null && goal.index() < 0) {
      against.add(Rule.UNKNOWN_STEP);
    }
    if (goal.index() != null && goal.index() >= route.steps().size()) {
      against.add(Rule.NOT_BEHIND);
    }
    if (target != null && route.place(target) >= route.place(at)) {
      against.add(Rule.NOT_BEHIND);
    }
    if (target == null || !against.isEmpty()) {
      return Verdict.no(against);
    }
    // A mark means that the serial came to the step or past it; a step without one is pending now.
    marks.replaceAll((step, mark) ->
        route.place(step) > route.place(target) && !mark.equals("waived") ? "pending" : mark);
    at = target;
    marks.put(at, "in_progress");
    return Verdict.DONE;
  }

  /** The step that is meant, which may be wrong in some way; null for none. */
  private @Nullable String target(Ask.Goal goal, Set<Rule> against) {
    if (goal.step() != null) {
      if (!route.knows(goal.step())) {
        against.add(Rule.UNKNOWN_STEP);
        return null;
      }
      if (route.retired(goal.step())) {
        against.add(Rule.RETIRED_STEP);
      }
      return goal.step();
    }
    int index = goal.index() == null ? -1 : goal.index();
    if (index > route.steps().size()) {
      against.add(Rule.PAST_THE_END);
    }
    return index >= 0 && index < route.steps().size() ? route.steps().get(index).id() : null;
  }

  private Verdict settle(String step, String mark) {
    Set<Rule> against = EnumSet.noneOf(Rule.class);
    if (fate == Fate.GONE) {
      against.add(Rule.GONE_FOR_GOOD);
    }
    if (!route.knows(step)) {
      against.add(Rule.UNKNOWN_STEP);
      return Verdict.no(against);
    }
    if (!statusOf(step).equals("deferred")) {
      against.add(Rule.NOT_DEFERRED);
    }
    if (mark.equals("waived") && route.card(step).optional()) {
      against.add(Rule.NEEDS_NO_WAIVER);
    }
    if (!against.isEmpty()) {
      return Verdict.no(against);
    }
    marks.put(step, mark);
    return Verdict.DONE;
  }

  /** Whatever became of the serial: only what is done needs no override any more. */
  private Verdict override(String step) {
    if (!route.knows(step)) {
      return Verdict.no(Rule.UNKNOWN_STEP);
    }
    if (statusOf(step).equals("completed")) {
      return Verdict.no(Rule.DONE_ALREADY);
    }
    if (overridden.contains(step)) {
      return Verdict.NO_CHANGE;
    }
    overridden.add(step);
    return Verdict.DONE;
  }

  private Verdict reverse(String step) {
    if (!route.knows(step)) {
      return Verdict.no(Rule.UNKNOWN_STEP);
    }
    if (!overridden.contains(step)) {
      return Verdict.no(Rule.NOTHING_OVERRIDDEN);
    }
    if (Set.of("skipped", "completed").contains(statusOf(step))) {
      return Verdict.no(Rule.USED_OVERRIDE);
    }
    overridden.remove(step);
    return Verdict.DONE;
  }

  private Verdict scrap(Ask.Scrap scrap) {
    Set<Rule> against = EnumSet.noneOf(Rule.class);
    if (fate != Fate.TRAVELLING) {
      against.add(ended());
    }
    if (scrap.reason().equals("other") && scrap.explanation() == null) {
      against.add(Rule.UNEXPLAINED);
    }
    if (!against.isEmpty()) {
      return Verdict.no(against);
    }
    fate = Fate.GONE;
    return Verdict.DONE;
  }

  private Verdict declareDone() {
    Set<Rule> against = EnumSet.noneOf(Rule.class);
    if (fate != Fate.TRAVELLING) {
      return Verdict.no(ended());
    }
    if (held) {
      against.add(Rule.STOPPED);
    }
    if (openBesidesHere().isEmpty()) {
      against.add(Rule.USE_ADVANCE);
    }
    if (!against.isEmpty()) {
      return Verdict.no(against);
    }
    List<String> incomplete = route.steps().stream().filter(this::open).map(StepCard::id).toList();
    fate = Fate.DECLARED_DONE;
    return new Verdict(Set.of(), true, Map.of(), incomplete);
  }

  private Verdict hold() {
    if (fate != Fate.TRAVELLING) {
      return Verdict.no(endedForGood());
    }
    if (held) {
      return Verdict.no(Rule.STOPPED);
    }
    held = true;
    return Verdict.DONE;
  }

  private Verdict release() {
    if (!held) {
      return Verdict.no(
          fate == Fate.TRAVELLING
              ? EnumSet.of(Rule.NOT_STOPPED)
              : EnumSet.of(Rule.NOT_STOPPED, endedForGood()));
    }
    if (fate != Fate.TRAVELLING) {
      return Verdict.no(endedForGood());
    }
    held = false;
    return Verdict.DONE;
  }

  private Verdict undo(String who, Instant now) {
    Set<Rule> against = EnumSet.noneOf(Rule.class);
    if (held) {
      against.add(Rule.STOPPED);
    }
    if (last == null) {
      against.add(Rule.NOTHING_TO_TAKE_BACK);
      return Verdict.no(against);
    }
    if (!who.equals(last.who()) || who.equals("anonymous")) {
      against.add(Rule.SOMEBODY_ELSES);
    }
    if (Duration.between(last.when(), now).compareTo(SECOND_THOUGHTS) > 0) {
      against.add(Rule.LONG_AGO);
    }
    if (!against.isEmpty()) {
      return Verdict.no(against);
    }
    fate = Fate.TRAVELLING;
    at = last.at();
    marks.clear();
    marks.putAll(last.marks());
    return Verdict.DONE;
  }

  private Verdict attach(String certificate) {
    if (isDone()) {
      return Verdict.no(Rule.DONE);
    }
    return attached.add(certificate + " at " + at) ? Verdict.DONE : Verdict.NO_CHANGE;
  }

  private Rule ended() {
    return fate == Fate.GONE ? Rule.GONE : Rule.DONE;
  }

  private Rule endedForGood() {
    return fate == Fate.GONE ? Rule.GONE_FOR_GOOD : Rule.DONE_FOR_GOOD;
  }

  private boolean isDone() {
    return fate == Fate.DONE || fate == Fate.DECLARED_DONE;
  }

  private boolean settled(String step) {
    return Set.of("completed", "waived").contains(statusOf(step));
  }

  /** Not optional, and not overridden for this serial. */
  private boolean required(StepCard step) {
    return !step.optional() && !overridden.contains(step.id());
  }

  /** Required, neither completed nor waived, and not one that landed behind the serial's back. */
  private boolean open(StepCard step) {
    boolean landedBehind = !marks.containsKey(step.id()) && statusOf(step.id()).equals("skipped");
    return required(step) && !settled(step.id()) && !landedBehind;
  }

  /** Required steps that are open; one it works on counts as done by the move that leaves it. */
  public List<String> openBesidesHere() {
    return route.steps().stream()
        .filter(step -> open(step) && !(fate == Fate.TRAVELLING && step.id().equals(at)))
        .map(StepCard::id)
        .toList();
  }

  /** How far it is with a step. */
  public String statusOf(String step) {
    String mark = marks.get(step);
    if (mark != null) {
      return mark;
    }
    return fate == Fate.DONE || route.place(step) < route.place(at) ? "skipped" : "pending";
  }

  /** As the API has it: in_progress, completed or scrapped. */
  public String status() {
    return fate == Fate.TRAVELLING ? "in_progress" : fate == Fate.GONE ? "scrapped" : "completed";
  }

  /** Where it stands or stood when it was scrapped or declared done; null off its path's end. */
  public @Nullable String standing() {
    return fate == Fate.DONE ? null : at;
  }

  /** As the API has it: from 0, and -1 once it is done. */
  public int currentStepIndex() {
    return isDone() ? -1 : route.index(at);
  }

  public boolean held() {
    return held;
  }

  public boolean declaredDone() {
    return fate == Fate.DECLARED_DONE;
  }

  public Set<String> overridden() {
    return Set.copyOf(overridden);
  }

  public RouteModel route() {
    return route;
  }

  /** Whether a step may not be taken out of the path because of this serial. */
  public boolean needs(String step) {
    return (fate == Fate.TRAVELLING && step.equals(at))
        || (fate != Fate.GONE && statusOf(step).equals("deferred"));
  }
}
