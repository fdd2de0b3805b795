package jobtrail.command.serial.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import jobtrail.command.serial.model.RouteModel.StepCard;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody does. The numbers are read as the deed needs them, and mostly so that it
 * can go well.
 */
public record Deed(Kind kind, int one, int other) {

  /** How far the numbers go. */
  public static final int NUMBERS = 10_000;

  /** What can be done, and how often it is. */
  public enum Kind {
    ADVANCE(9),
    ADVANCE_TO(9),
    REWORK(3),
    COMPLETE_DEFERRED(3),
    WAIVE(3),
    OVERRIDE(3),
    REVERSE(2),
    SCRAP(1),
    FORCE_COMPLETE(1),
    HOLD(1),
    RELEASE(2),
    UNDO(4),
    ATTACH(1),
    ADD_STEP(1),
    TAKE_STEP_AWAY(2),
    REORDER(2),
    CONFIGURE(2),
    CHANGE_MODE(1);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    /** Each kind as often as it is done. */
    public static List<Kind> asOftenAsDone() {
      List<Kind> kinds = new ArrayList<>();
      for (Kind kind : values()) {
        for (int i = 0; i < kind.weight; i++) {
          kinds.add(kind);
        }
      }
      return kinds;
    }
  }

  /** Any deed. */
  public static Deed any(RandomGenerator random) {
    List<Kind> kinds = Kind.asOftenAsDone();
    return new Deed(
        kinds.get(random.nextInt(kinds.size())), random.nextInt(NUMBERS), random.nextInt(NUMBERS));
  }

  /** Who does it. */
  public String who() {
    return List.of("user_ann", "user_ann", "user_ann", "user_ann", "user_bob", "anonymous")
        .get((one + other) % 6);
  }

  /** What it asks of a serial; null when it is about the path. */
  public @Nullable Ask ask(SerialModel serial) {
    return switch (kind) {
      case ADVANCE -> new Ask.Advance(from(serial));
      case ADVANCE_TO -> new Ask.AdvanceTo(from(serial), goal(serial, true));
      case REWORK -> new Ask.Rework(goal(serial, false));
      case COMPLETE_DEFERRED -> new Ask.CompleteDeferred(stepThatIs(serial, "deferred"));
      case WAIVE -> new Ask.Waive(stepThatIs(serial, "deferred"));
      case OVERRIDE -> new Ask.LetOff(stepThatIs(serial, "pending"));
      case REVERSE -> new Ask.Reverse(pick(serial.overridden().stream().sorted().toList(), serial));
      case SCRAP ->
          new Ask.Scrap(
              List.of("damaged", "other", "process_defect").get(one % 3),
              other % 2 == 0 ? null : "It fell");
      case FORCE_COMPLETE -> new Ask.ForceComplete();
      case HOLD -> new Ask.Hold();
      case RELEASE -> new Ask.Release();
      case UNDO -> new Ask.Undo();
      case ATTACH -> new Ask.Attach("cert_" + one % 2);
      case ADD_STEP, TAKE_STEP_AWAY, REORDER, CONFIGURE, CHANGE_MODE -> null;
    };
  }

  /** The mode that the path gets. */
  public String mode() {
    return List.of("strict", "flexible", "per_step").get(one % 3);
  }

  /** A step's card, with flags by this deed's numbers. */
  public StepCard card(String id) {
    return new StepCard(
        id,
        one % 4 == 0,
        List.of("preferred", "preferred", "physical", "completion_gate").get(other % 4));
  }

  /** The steps that the path gets; the same ones when that is not possible. */
  public List<StepCard> steps(RouteModel route, String fresh) {
    List<StepCard> steps = new ArrayList<>(route.steps());
    int place = one % steps.size();
    switch (kind) {
      case ADD_STEP -> {
        if (steps.size() < 8) {
          steps.add(other % (steps.size() + 1), card(fresh));
        }
      }
      case TAKE_STEP_AWAY -> {
        if (steps.size() > 1) {
          steps.remove(place);
        }
      }
      case REORDER -> steps.add(other % steps.size(), steps.remove(place));
      case CONFIGURE -> steps.set(place, card(steps.get(place).id()));
      default -> throw new IllegalStateException(kind + " changes no steps");
    }
    return steps;
  }

  private @Nullable String from(SerialModel serial) {
    return switch (other % 6) {
      case 0 -> serial.standing();
      case 1 -> one % 3 == 0 ? "step_nowhere" : anyStep(serial);
      default -> null;
    };
  }

  private Ask.Goal goal(SerialModel serial, boolean ahead) {
    int size = serial.route().steps().size();
    int here = Math.max(serial.currentStepIndex(), 0);
    int index =
        one % 5 == 0
            ? other % (size + 3) - 1
            : ahead ? here + 1 + other % Math.max(size - here, 1) : other % Math.max(here, 1);
    if (one % 7 == 0) {
      return new Ask.Goal(null, one % 3 == 0 ? "step_nowhere" : anyStep(serial));
    }
    return one % 2 == 0 && index >= 0 && index < size
        ? new Ask.Goal(null, serial.route().steps().get(index).id())
        : new Ask.Goal(index, null);
  }

  private String stepThatIs(SerialModel serial, String status) {
    return pick(
        serial.route().everyStep().stream()
            .filter(step -> serial.statusOf(step).equals(status))
            .toList(),
        serial);
  }

  private String pick(List<String> likely, SerialModel serial) {
    if (one % 9 == 0) {
      return "step_nowhere";
    }
    return likely.isEmpty() || one % 5 == 0 ? anyStep(serial) : likely.get(other % likely.size());
  }

  private String anyStep(SerialModel serial) {
    List<String> steps = serial.route().everyStep();
    return steps.get(other % steps.size());
  }
}
