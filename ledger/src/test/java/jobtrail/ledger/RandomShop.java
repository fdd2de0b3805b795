package jobtrail.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jobtrail.events.DomainEvent;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.BypassedStep.Classification;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialEvent.SerialStepWaived;
import jobtrail.events.serial.SerialId;
import jobtrail.events.serial.StepMark;
import jobtrail.events.serial.StepStatus;
import jobtrail.events.serial.StepStatuses;
import org.jspecify.annotations.Nullable;

/**
 * Whatever may happen to the serials of one path, in an order that chance decides, with what it
 * comes to told serial by serial. Steps come and go under the serials' feet.
 */
public final class RandomShop {

  private static final AdvancementMode MODE = AdvancementMode.FLEXIBLE;

  private final Random random;
  private final boolean stepByStep;
  private final long firstSerial;
  private final JobId jobId;
  private final PathId pathId;
  private final Map<SerialId, Life> serials = new LinkedHashMap<>();
  private final List<DomainEvent> happened = new ArrayList<>();
  private Route route;
  private int steps;

  /** What has become of a serial. */
  public enum Fate {
    IN_PROGRESS,
    COMPLETED,
    FORCED,
    SCRAPPED
  }

  /** One serial, as its events left it. */
  public static final class Life {
    private final SerialId id;
    private StepId step;
    private Fate fate = Fate.IN_PROGRESS;
    private boolean held;
    private int version;
    private StepStatuses statuses = StepStatuses.NONE;
    private final Set<StepId> overridden = new HashSet<>();
    private @Nullable Before before;

    private Life(SerialId id, StepId step) {
      this.id = id;
      this.step = step;
    }

    public SerialId id() {
      return id;
    }

    public Fate fate() {
      return fate;
    }

    public boolean held() {
      return held;
    }

    public int version() {
      return version;
    }

    public StepId step() {
      return step;
    }

    public Set<StepId> overridden() {
      return overridden;
    }

    /** How far it is with a step. */
    public StepStatus status(StepId stepId, Route route) {
      return statuses.of(stepId, route, fate == Fate.COMPLETED ? null : step);
    }

    private List<StepId> with(StepStatus status) {
      return statuses.recorded().entrySet().stream()
          .filter(entry -> entry.getValue() == status)
          .map(Map.Entry::getKey)
          .sorted((one, other) -> one.value().compareTo(other.value()))
          .toList();
    }
  }

  private record Before(MoveKind kind, StepId step, StepStatuses statuses) {}

  /** A shop for job {@code job_<name>} with path {@code path_<name>}. */
  public RandomShop(String name, long seed, long firstSerial) {
    this(name, seed, firstSerial, false);
  }

  private RandomShop(String name, long seed, long firstSerial, boolean stepByStep) {
    this.random = new Random(seed);
    this.stepByStep = stepByStep;
    this.firstSerial = firstSerial;
    this.jobId = new JobId("job_" + name);
    this.pathId = new PathId("path_" + name);
    List<Step> first = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      first.add(newStep());
    }
    PathCreated created = new PathCreated(pathId, jobId, "Path " + name, 9, MODE, first);
    route = Route.of(created);
    happened.add(created);
    issue();
  }

  /** A shop whose path stays as it is and where no step is gone past, by force or otherwise. */
  public static RandomShop stepByStep(String name, long seed, long firstSerial) {
    return new RandomShop(name, seed, firstSerial, true);
  }

  public Route route() {
    return route;
  }

  public Collection<Life> serials() {
    return Collections.unmodifiableCollection(serials.values());
  }

  /** All that happened since somebody asked last. */
  public List<DomainEvent> news() {
    List<DomainEvent> news = List.copyOf(happened);
    happened.clear();
    return news;
  }

  /** Whether nothing happened since somebody asked last. */
  public boolean quiet() {
    return happened.isEmpty();
  }

  /** How many serials are so. */
  public long count(Predicate<Life> which) {
    return serials.values().stream().filter(which).count();
  }

  /** How many serials count as standing on a step in use. */
  public long standing(StepId stepId) {
    return standingOn(stepId).size();
  }

  /** Ids of the serials that count as standing on a step in use. */
  public List<String> standingOn(StepId stepId) {
    return serials.values().stream()
        .filter(life ->
            life.fate == Fate.IN_PROGRESS && route.countedAt(life.step).stepId().equals(stepId))
        .map(life -> life.id.value())
        .toList();
  }

  /** Serials for which a step is completed. */
  public long done(StepId stepId) {
    return count(life -> life.statuses.recorded().get(stepId) == StepStatus.COMPLETED);
  }

  /** Steps that serials stand on, or that serials not scrapped owe. */
  public Set<StepId> occupied() {
    Set<StepId> occupied = new HashSet<>();
    for (Life life : serials.values()) {
      if (life.fate == Fate.IN_PROGRESS) {
        occupied.add(life.step);
      }
      if (life.fate != Fate.SCRAPPED) {
        occupied.addAll(life.with(StepStatus.DEFERRED));
      }
    }
    return occupied;
  }

  /** Something happens, or nothing. */
  public void happen() {
    switch (random.nextInt(25)) {
      case 0 -> issue();
      case 1 -> replan();
      case 2, 3, 4, 5, 6 -> anyone(this::movable).ifPresent(this::advance);
      case 7, 8, 9, 10 -> anyone(this::movable).ifPresent(this::advanceTo);
      case 11, 12 -> anyone(life -> life.fate != Fate.SCRAPPED).ifPresent(this::settle);
      case 13, 14 -> anyone(this::onItsWay).ifPresent(this::override);
      case 15 -> anyone(this::onItsWay).ifPresent(this::scrap);
      case 16 -> anyone(this::movable).ifPresent(this::force);
      case 17, 18 -> anyone(this::movable).ifPresent(this::rework);
      case 19 -> anyone(this::onItsWay).ifPresent(this::holdOrRelease);
      case 20 ->
          anyone(this::onItsWay)
              .ifPresent(life ->
                  tell(
                      life,
                      new SerialCertificateAttached(
                          life.id,
                          jobId,
                          pathId,
                          new CertificateId("cert_any"),
                          life.step,
                          route.revision(),
                          MODE)));
      case 21 -> issue();
      default -> anyone(life -> life.before != null).ifPresent(this::undo);
    }
  }

  private boolean onItsWay(Life life) {
    return life.fate == Fate.IN_PROGRESS;
  }

  private boolean movable(Life life) {
    return onItsWay(life) && !life.held;
  }

  private Optional<Life> anyone(Predicate<Life> which) {
    return one(serials.values().stream().filter(which).toList());
  }

  private <T> Optional<T> one(List<T> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
  }

  private Step newStep() {
    String name = pathId.value().substring(PathId.PREFIX.length()) + "-" + ++steps;
    return new Step(new StepId("step_" + name), name, null, false, DependencyType.PREFERRED);
  }

  private void issue() {
    int count = 1 + random.nextInt(3);
    SerialId first = SerialId.of(firstSerial + serials.size());
    happened.add(new PathSerialsIssued(pathId, jobId, first, count));
    for (int i = 0; i < count; i++) {
      SerialId id = SerialId.of(firstSerial + serials.size());
      StepId start = route.firstStep().stepId();
      Life life = new Life(id, start);
      life.version = -1;
      serials.put(id, life);
      tell(life, new SerialCreated(id, jobId, pathId, start, route.revision()));
    }
  }

  private void replan() {
    if (stepByStep) {
      return;
    }
    List<Step> now =
        new ArrayList<>(route.steps().stream().map(Route.Stop::step).collect(Collectors.toList()));
    now.add(newStep());
    Collections.shuffle(now, random);
    PathStepsChanged changed =
        new PathStepsChanged(
            pathId, jobId, now.subList(0, Math.min(now.size(), 2 + random.nextInt(4))));
    route = route.after(changed);
    happened.add(changed);
  }

  private void advance(Life life) {
    Step next = route.stepAfter(life.step);
    move(life, next == null ? null : next.stepId());
  }

  private void advanceTo(Life life) {
    if (stepByStep) {
      advance(life);
      return;
    }
    List<StepId> ahead =
        new ArrayList<>(route.stepsBetween(life.step, null).stream().map(Step::stepId).toList());
    one(ahead).ifPresentOrElse(to -> move(life, to), () -> move(life, null));
  }

  private void move(Life life, @Nullable StepId to) {
    List<BypassedStep> bypassed = new ArrayList<>();
    for (Step step : to == null ? List.<Step>of() : route.stepsBetween(life.step, to)) {
      StepStatus status = life.status(step.stepId(), route);
      if (status != StepStatus.COMPLETED && status != StepStatus.WAIVED) {
        bypassed.add(
            new BypassedStep(
                step.stepId(),
                random.nextInt(3) == 0 ? Classification.SKIPPED : Classification.DEFERRED));
      }
    }
    remember(life, to == null ? MoveKind.COMPLETION : MoveKind.ADVANCE);
    if (to == null) {
      tell(
          life,
          new SerialCompleted(life.id, jobId, pathId, life.step, route.revision(), MODE),
          after -> after.fate = Fate.COMPLETED);
    } else {
      tell(
          life,
          new SerialAdvanced(
              life.id,
              jobId,
              pathId,
              life.step,
              to,
              life.statuses.recorded().get(to),
              bypassed,
              route.revision(),
              MODE),
          after -> after.step = to);
    }
  }

  private void settle(Life life) {
    one(life.with(StepStatus.DEFERRED))
        .ifPresent(step -> {
          life.before = null;
          tell(
              life,
              random.nextBoolean()
                  ? new SerialDeferredCompleted(
                      life.id, jobId, pathId, step, route.revision(), MODE)
                  : new SerialStepWaived(
                      life.id, jobId, pathId, step, "late", "user_boss", route.revision(), MODE));
        });
  }

  private void override(Life life) {
    StepId step = one(route.activeSteps()).orElseThrow().stepId();
    life.before = null;
    if (life.overridden.remove(step)) {
      tell(life, new SerialOverrideReversed(life.id, jobId, pathId, step, route.revision(), MODE));
    } else {
      life.overridden.add(step);
      tell(
          life,
          new SerialStepOverridden(
              life.id, jobId, pathId, step, "prototype", route.revision(), MODE));
    }
  }

  private void scrap(Life life) {
    remember(life, MoveKind.SCRAP);
    tell(
        life,
        new SerialScrapped(
            life.id,
            jobId,
            pathId,
            life.step,
            ScrapReason.DAMAGED,
            random.nextBoolean() ? "fell" : null,
            route.revision(),
            MODE),
        after -> after.fate = Fate.SCRAPPED);
  }

  private void force(Life life) {
    if (stepByStep) {
      return;
    }
    life.before = null;
    tell(
        life,
        new SerialForceCompleted(
            life.id, jobId, pathId, life.step, List.of(life.step), null, route.revision(), MODE),
        after -> after.fate = Fate.FORCED);
  }

  private void rework(Life life) {
    one(route.activeSteps().stream()
            .map(Step::stepId)
            .filter(step -> route.liesBefore(step, life.step))
            .toList())
        .ifPresent(to -> {
          List<StepMark> marks = new ArrayList<>();
          life.statuses
              .recorded()
              .forEach((step, status) -> {
                if (route.liesBefore(to, step) && status != StepStatus.WAIVED) {
                  marks.add(new StepMark(step, StepStatus.PENDING));
                }
              });
          marks.add(new StepMark(to, StepStatus.IN_PROGRESS));
          remember(life, MoveKind.REWORK);
          tell(
              life,
              new SerialReworked(
                  life.id,
                  jobId,
                  pathId,
                  life.step,
                  to,
                  "burr",
                  life.statuses.changesTo(life.statuses.after(marks), route),
                  route.revision(),
                  MODE),
              after -> after.step = to);
        });
  }

  private void holdOrRelease(Life life) {
    life.before = null;
    life.held = !life.held;
    tell(
        life,
        life.held
            ? new SerialHeld(life.id, jobId, pathId, "wait", route.revision(), MODE)
            : new SerialReleased(life.id, jobId, pathId, "go", route.revision(), MODE));
  }

  private void undo(Life life) {
    Before before = life.before;
    if (before == null) {
      return;
    }
    life.before = null;
    tell(
        life,
        new SerialMoveUndone(
            life.id,
            jobId,
            pathId,
            before.kind(),
            before.kind() == MoveKind.COMPLETION ? null : life.step,
            before.step(),
            life.statuses.changesTo(before.statuses(), route),
            route.revision(),
            MODE),
        after -> {
          after.step = before.step();
          after.fate = Fate.IN_PROGRESS;
        });
  }

  private static void remember(Life life, MoveKind kind) {
    life.before = new Before(kind, life.step, life.statuses);
  }

  private void tell(Life life, SerialEvent event) {
    tell(life, event, same -> {});
  }

  private void tell(Life life, SerialEvent event, Consumer<Life> change) {
    happened.add(event);
    life.statuses = life.statuses.after(event.marks());
    life.version++;
    change.accept(life);
    if (event instanceof SerialCertificateAttached) {
      life.before = null;
    }
  }
}
