package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each "no" that a serial's rules know: it is told with its code, and the ledger stands still.
 */
class RefusedLeavesNoTraceTest {

  private static final Node NODE = Node.first();
  private static final Floor FLOOR = new Floor(NODE);

  /** A request that is refused; {@code $1} to {@code $5} stand for the path's steps. */
  record No(
      String told,
      int status,
      String mode,
      List<String> before,
      String method,
      String address,
      String body) {

    @Override
    public String toString() {
      return told + " by " + address;
    }
  }

  private static No no(
      String told, int status, String mode, List<String> before, String address, String body) {
    return new No(told, status, mode, before, "POST", address, body);
  }

  private static final String SCRAP = "scrap {'reason':'damaged'}";
  private static final String HOLD = "hold {'reason':'wait'}";
  private static final String DEFER_2 = "advance-to {'targetStepIndex':2}";
  private static final String ADVANCE = "advance {}";
  private static final List<String> TO_THE_END =
      List.of(ADVANCE, ADVANCE, ADVANCE, ADVANCE, ADVANCE);
  private static final String REASON = "{'reason':'because'}";

  static Stream<No> refusals() {
    return Stream.of(
        no("not-at-step", 409, "strict", List.of(), "advance", "{'fromStepId':'$2'}"),
        no("step-not-found", 404, "strict", List.of(), "advance", "{'fromStepId':'step_x'}"),
        no("serial-completed", 400, "strict", TO_THE_END, "advance", "{}"),
        no("serial-scrapped", 400, "strict", List.of(SCRAP), "advance", "{}"),
        no("serial-completed", 409, "strict", TO_THE_END, "hold", REASON),
        no("serial-scrapped", 409, "flexible", List.of(SCRAP), "rework", rework("'$1'")),
        no("held", 409, "strict", List.of(HOLD), "advance", "{}"),
        no("held", 409, "strict", List.of(ADVANCE, HOLD), "undo", "{}"),
        no("not-held", 409, "strict", List.of(), "release", REASON),
        no("target-not-ahead", 400, "flexible", List.of(), "advance-to", to(0)),
        no("target-beyond-end", 400, "flexible", List.of(), "advance-to", to(6)),
        no("target-not-behind", 409, "flexible", List.of(), "rework", rework("'$2'")),
        no("strict-order", 400, "strict", List.of(), "advance-to", to(2)),
        no("step-not-bypassable", 400, "per_step", List.of(), "advance-to", to(5)),
        no("step-not-bypassable", 400, "flexible", List.of(), "advance-to", to(4)),
        no("steps-owed", 409, "flexible", List.of(DEFER_2, ADVANCE, ADVANCE), "advance", "{}"),
        no("step-not-deferred", 400, "flexible", List.of(), "complete-deferred/$2", "{}"),
        no("step-not-deferred", 400, "flexible", List.of(), "waive-step/$2", waive()),
        no("serial-scrapped", 409, "flexible", List.of(DEFER_2, SCRAP), "waive-step/$2", waive()),
        no("step-completed", 400, "flexible", List.of(ADVANCE), "overrides", override("$1")),
        no("step-not-found", 404, "flexible", List.of(), "overrides", override("step_x")),
        new No("no-active-override", 400, "strict", List.of(), "DELETE", "overrides/$2", "{}"),
        new No(
            "override-used",
            400,
            "flexible",
            List.of("overrides {'stepId':'$2','reason':'r'}", DEFER_2),
            "DELETE",
            "overrides/$2",
            "{}"),
        no("explanation-missing", 400, "strict", List.of(), "scrap", "{'reason':'other'}"),
        no(
            "nothing-open",
            400,
            "strict",
            List.of(ADVANCE, ADVANCE, ADVANCE, ADVANCE),
            "force-complete",
            "{}"),
        no("nothing-to-undo", 409, "strict", List.of(), "undo", "{'userId':'ann'}"),
        no("not-your-move", 409, "strict", List.of(ADVANCE), "undo", "{'userId':'bob'}"),
        no("not-your-move", 409, "strict", List.of(ADVANCE), "undo", "{'userId':'anonymous'}"),
        no(
            "certificate-not-found",
            404,
            "strict",
            List.of(),
            "attach-cert",
            "{'certId':'cert_x'}"));
  }

  private static String to(int index) {
    return "{'targetStepIndex':" + index + "}";
  }

  private static String rework(String step) {
    return "{'targetStepId':" + step + ",'reason':'again'}";
  }

  private static String waive() {
    return "{'reason':'r','approverId':'user_boss'}";
  }

  private static String override(String step) {
    return "{'stepId':'" + step + "','reason':'r'}";
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_is_told_and_nothing_is_stored(No no) {
    Reply path =
        NODE.to("POST", "/api/paths")
            .json(
                """
                {'jobId':'%s','name':'Main','goalQuantity':5,'advancementMode':'%s','steps':[{'name':'Cut'},
                {'name':'Fold'},{'name':'Gate','dependencyType':'completion_gate'},{'name':'Glue'},
                {'name':'Pack','dependencyType':'physical'}]}\
                """
                    .formatted(FLOOR.job(), no.mode()))
            .send()
            .is(201);
    List<String> steps = Floor.steps(path);
    String serial = FLOOR.serial(path);
    for (String deed : no.before()) {
      String[] words = filled(deed, steps).split(" ", 2);
      post(serial, words[0], words[1]).send().is(200);
    }
    long head = NODE.head();

    Reply reply =
        NODE.to(no.method(), "/api/serials/" + serial + "/" + filled(no.address(), steps))
            .json(filled(no.body(), steps))
            .send();

    reply.isProblem(no.status(), no.told());
    assertThat(NODE.head()).isEqualTo(head);
    assertThat(reply.position()).isLessThanOrEqualTo(head);
  }

  private static Request post(String serial, String action, String body) {
    return NODE.to("POST", "/api/serials/" + serial + "/" + action)
        .with("X-Actor", "ann")
        .json(body);
  }

  private static String filled(String text, List<String> steps) {
    String filled = text;
    for (int i = 0; i < steps.size(); i++) {
      filled = filled.replace("$" + (i + 1), steps.get(i));
    }
    return filled;
  }
}
