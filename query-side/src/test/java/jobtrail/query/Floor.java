package jobtrail.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialId;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** A shop in which anything may happen to anything, and which knows where everything is. */
final class Floor {

  private static final AdvancementMode MODE = AdvancementMode.FLEXIBLE;

  /** Where a serial is; on no step once it is done or scrapped. */
  private static final class Unit {
    final SerialId id;
    final PathCreated path;
    @Nullable StepId step;
    @Nullable MoveKind lastMove;
    @Nullable StepId before;

    Unit(SerialId id, PathCreated path) {
      this.id = id;
      this.path = path;
    }

    void moved(@Nullable MoveKind move, @Nullable StepId to) {
      lastMove = move;
      before = step;
      step = to;
    }
  }

  private final Random random;
  private final Map<PathCreated, Route> routes = new LinkedHashMap<>();
  private final Map<StepId, String> assignees = new LinkedHashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private int newSteps;

  Floor(long seed) {
    this.random = new Random(seed);
  }

  List<DomainEvent> opens(PathCreated path) {
    routes.put(path, Route.of(path));
    return List.of(path);
  }

  List<DomainEvent> receives(PathCreated on, int count) {
    long first = units.size() + 1L;
    List<DomainEvent> facts = new ArrayList<>(Shop.serialsCreated(on, first, count));
    // New serials start on the step that is first now.
    StepId start = route(on).firstStep().stepId();
    facts.replaceAll(fact ->
        fact instanceof SerialCreated created
            ? new SerialCreated(created.serialId(), created.jobId(), created.pathId(), start, 1)
            : fact);
    for (long number = first; number < first + count; number++) {
      Unit unit = new Unit(SerialId.of(number), on);
      unit.step = start;
      units.add(unit);
    }
    return facts;
  }

  /** Any one thing that can happen now. */
  List<DomainEvent> somethingHappens() {
    PathCreated path = List.copyOf(routes.keySet()).get(random.nextInt(routes.size()));
    int dice = random.nextInt(100);
    if (dice < 10 || units.isEmpty()) {
      return receives(path, 1 + random.nextInt(4));
    }
    if (dice < 15) {
      return List.of(otherSteps(path));
    }
    if (dice < 20) {
      return List.of(assigned(path));
    }
    Unit unit = units.get(random.nextInt(units.size()));
    return unit.step == null ? takenBack(unit) : happened(unit, unit.step, dice);
  }

  /** Active serials by the step at which they are to be seen, in the order of creation. */
  Map<String, List<String>> queues() {
    Map<String, List<String>> queues = new TreeMap<>();
    for (Unit unit : units) {
      if (unit.step != null) {
        Route route = route(unit.path);
        List<Step> inUse = route.activeSteps();
        Step seen = inUse.get(Math.min(route.indexOf(unit.step), inUse.size() - 1));
        queues
            .computeIfAbsent(seen.stepId().value(), step -> new ArrayList<>())
            .add(unit.id.value());
      }
    }
    return queues;
  }

  List<String> atRest() {
    return units.stream().filter(unit -> unit.step == null).map(unit -> unit.id.value()).toList();
  }

  @Nullable String assigneeOf(String stepId) {
    return assignees.get(new StepId(stepId));
  }

  private List<DomainEvent> happened(Unit unit, StepId at, int dice) {
    var job = unit.path.jobId();
    var path = unit.path.pathId();
    if (dice < 30) {
      unit.moved(MoveKind.SCRAP, null);
      return List.of(
          new SerialScrapped(unit.id, job, path, at, ScrapReason.DAMAGED, null, 1, MODE));
    }
    if (dice < 34) {
      unit.moved(null, null);
      return List.of(new SerialForceCompleted(unit.id, job, path, at, List.of(at), null, 1, MODE));
    }
    if (dice < 44) {
      unit.lastMove = null;
      return List.of(
          dice % 2 == 0
              ? new SerialHeld(unit.id, job, path, "Look", 1, MODE)
              : new SerialReleased(unit.id, job, path, "Fine", 1, MODE));
    }
    if (dice < 54) {
      List<Step> earlier =
          route(unit.path).activeSteps().stream()
              .filter(step -> route(unit.path).liesBefore(step.stepId(), at))
              .toList();
      if (!earlier.isEmpty()) {
        StepId to = earlier.get(random.nextInt(earlier.size())).stepId();
        unit.moved(MoveKind.REWORK, to);
        return List.of(new SerialReworked(unit.id, job, path, at, to, "Again", List.of(), 1, MODE));
      }
    }
    if (dice < 64 && unit.lastMove != null) {
      return takenBack(unit);
    }
    List<Step> later = route(unit.path).stepsBetween(at, null);
    if (later.isEmpty()) {
      unit.moved(MoveKind.COMPLETION, null);
      return List.of(new SerialCompleted(unit.id, job, path, at, 1, MODE));
    }
    StepId to = later.get(dice < 90 ? 0 : random.nextInt(later.size())).stepId();
    unit.moved(MoveKind.ADVANCE, to);
    return List.of(new SerialAdvanced(unit.id, job, path, at, to, 1, MODE));
  }

  private List<DomainEvent> takenBack(Unit unit) {
    MoveKind move = unit.lastMove;
    StepId to = unit.before;
    if (move == null || to == null) {
      return List.of();
    }
    StepId from = move == MoveKind.SCRAP ? to : unit.step;
    unit.moved(null, to);
    return List.of(
        new SerialMoveUndone(
            unit.id, unit.path.jobId(), unit.path.pathId(), move, from, to, List.of(), 1, MODE));
  }

  /** One step fewer, wherever serials stand, or one more, or another order. */
  private DomainEvent otherSteps(PathCreated path) {
    List<Step> steps = new ArrayList<>(route(path).activeSteps());
    int at = random.nextInt(steps.size());
    if (steps.size() > 1 && random.nextInt(3) > 0) {
      steps.remove(at);
    } else {
      steps.add(at, Shop.step(path.pathId().value().substring(5), "new" + ++newSteps));
    }
    PathStepsChanged changed = new PathStepsChanged(path.pathId(), path.jobId(), steps);
    routes.put(path, route(path).after(changed));
    return changed;
  }

  private DomainEvent assigned(PathCreated path) {
    List<Route.Stop> stops = route(path).steps();
    StepId step = stops.get(random.nextInt(stops.size())).step().stepId();
    String user = random.nextInt(4) == 0 ? null : "user_" + random.nextInt(3);
    assignees.put(step, user);
    return new PathStepAssigned(
        path.pathId(), path.jobId(), step, user == null ? null : new UserId(user));
  }

  private Route route(PathCreated path) {
    Route route = routes.get(path);
    if (route == null) {
      throw new IllegalArgumentException(path + " is not open");
    }
    return route;
  }
}
