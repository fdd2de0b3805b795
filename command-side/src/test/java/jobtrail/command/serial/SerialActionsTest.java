package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import jobtrail.command.serial.SerialActions.Action;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.Target;
import jobtrail.command.serial.model.Ask;
import jobtrail.command.serial.model.Deed;
import jobtrail.command.serial.model.Verdict;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import org.junit.jupiter.api.Test;

/** An action is called allowed exactly when the command would be carried out. */
class SerialActionsTest {

  private static final int STATES = 10_000;
  private static final List<String> PEOPLE = List.of("user_ann", "user_bob", "anonymous");

  @Test
  void in_ten_thousand_states_what_is_allowed_is_what_the_command_then_does() {
    int states = 0;
    for (long seed = 1; states < STATES; seed++) {
      Random random = new Random(seed);
      Life life = Life.begun(random);
      for (int i = 0; i < 25 && states < STATES; i++, states++) {
        life.happens(Deed.any(random));
        agree(life, PEOPLE.get(random.nextInt(3)), "seed " + seed + ", deed " + i);
      }
    }
  }

  private static void agree(Life life, String who, String where) {
    Instant now = life.now().plusSeconds(60);
    List<Action> actions = SerialActions.of(life.serial(), life.route(), life.last(), who, now);
    for (Action action : actions) {
      Verdict onPaper = life.card.wouldBe(ask(action), who, now);
      assertThat(action.allowed())
          .as("%s of %s, %s", action, who, where)
          .isEqualTo(carriedOut(action, life));
      assertThat(action.allowed())
          .as("%s on paper: %s, %s", action, onPaper, where)
          .isEqualTo(!onPaper.refused());
      if (action.refused() != null) {
        assertThat(onPaper.told())
            .as("%s, %s", action, where)
            .contains(action.refused().status() + " " + action.refused().code());
      }
    }
    assertThat(actions.stream().map(action -> action.action() + action.stepId()))
        .doesNotHaveDuplicates();
    assertThat(actions.stream().map(Action::action).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(ACTIONS);
  }

  private static final List<String> ACTIONS =
      List.of(
          "advance",
          "advance-to",
          "rework",
          "complete-deferred",
          "waive-step",
          "override",
          "reverse-override",
          "hold",
          "release",
          "undo",
          "scrap",
          "force-complete",
          "attach-cert");

  private static boolean carriedOut(Action action, Life life) {
    try {
      for (SerialEvent event :
          SerialDecider.decide(action.command(), life.serial(), life.route(), life.last())) {
        life.serial().evolve(event);
      }
      return true;
    } catch (SerialRefused refused) {
      return false;
    }
  }

  private static Ask ask(Action action) {
    String step = action.stepId() == null ? "" : action.stepId().value();
    return switch (action.action()) {
      case "advance" -> new Ask.Advance(null);
      case "advance-to" -> new Ask.AdvanceTo(null, goal(action));
      case "rework" -> new Ask.Rework(new Ask.Goal(null, step));
      case "complete-deferred" -> new Ask.CompleteDeferred(step);
      case "waive-step" -> new Ask.Waive(step);
      case "override" -> new Ask.LetOff(step);
      case "reverse-override" -> new Ask.Reverse(step);
      case "hold" -> new Ask.Hold();
      case "release" -> new Ask.Release();
      case "undo" -> new Ask.Undo();
      case "scrap" -> new Ask.Scrap("other", "given");
      case "force-complete" -> new Ask.ForceComplete();
      case "attach-cert" -> new Ask.Attach("cert_given");
      default -> throw new AssertionError("What is " + action + "?");
    };
  }

  private static Ask.Goal goal(Action action) {
    Target target = ((AdvanceSerialTo) action.command()).target();
    return switch (target) {
      case Target.ByIndex(int index) -> new Ask.Goal(index, null);
      case Target.ById(StepId step) -> new Ask.Goal(null, step.value());
    };
  }
}
