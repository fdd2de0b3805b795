package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jobtrail.command.serial.model.Ask;
import jobtrail.command.serial.model.Deed;
import jobtrail.command.serial.model.RouteModel;
import jobtrail.command.serial.model.RouteModel.StepCard;
import jobtrail.command.serial.model.SerialModel;
import jobtrail.command.serial.model.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One path and its serials, over HTTP and on paper; whatever is asked is asked of both. */
final class PaperShop {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Over HTTP all of it happens within the ten minutes in which a move can be taken back. */
  private static final Instant NOW = Instant.EPOCH;

  private static final String FRESH = "fresh";

  private final Http http;
  private final Map<String, String> certificates;
  private final String job;
  private final String path;
  private final RouteModel paper;
  private final Map<String, SerialModel> cards = new LinkedHashMap<>();
  private final Map<String, Integer> effects = new HashMap<>();
  private int stepsEver;
  private long seen;

  PaperShop(
      Http http,
      Map<String, String> certificates,
      String job,
      String mode,
      List<Deed> steps,
      int many) {
    this.http = http;
    this.certificates = certificates;
    this.job = job;
    List<StepCard> wanted = steps.stream().map(step -> step.card(FRESH)).toList();
    JsonNode laidOut =
        http.post(
                "/api/paths",
                json(
                    "jobId",
                    job,
                    "name",
                    "Main",
                    "goalQuantity",
                    10,
                    "advancementMode",
                    mode,
                    "steps",
                    wanted.stream().map(this::step).toList()))
            .expect(201)
            .json();
    path = laidOut.get("id").asString();
    paper = new RouteModel(mode, named(wanted, laidOut));
    Http.Reply issued = http.newSerials(job, path, many);
    seen = issued.position();
    issued.json().forEach(serial -> cards.put(serial.get("id").asString(), new SerialModel(paper)));
  }

  /** Somebody does something, to one of the serials or to the path. */
  void happens(Deed deed) {
    List<String> ids = List.copyOf(cards.keySet());
    String id = ids.get((deed.one() * 31 + deed.other()) % ids.size());
    SerialModel card = card(id);
    Ask ask = deed.ask(card);
    if (ask == null) {
      planned(deed);
    } else if (!beforeTheStart(ask)) {
      String who = deed.who();
      Verdict expected = card.ask(ask, who, NOW);
      Http.Reply reply = asked(id, ask, who);
      seen = reply.position();
      agree(id, ask, expected, reply);
      if (expected.changes()) {
        effects.merge(id, 1, Integer::sum);
      }
    }
  }

  /** Such an index is turned away before anybody looks at the serial. */
  private static boolean beforeTheStart(Ask ask) {
    Ask.Goal goal =
        ask instanceof Ask.AdvanceTo to
            ? to.goal()
            : ask instanceof Ask.Rework back ? back.goal() : null;
    return goal != null && goal.index() != null && goal.index() < 0;
  }

  private void planned(Deed deed) {
    if (deed.kind() == Deed.Kind.CHANGE_MODE) {
      http.put("/api/paths/" + path, json("advancementMode", deed.mode())).expect(200);
      paper.setMode(deed.mode());
      return;
    }
    List<StepCard> wanted = deed.steps(paper, FRESH);
    List<String> kept = wanted.stream().map(StepCard::id).toList();
    boolean free =
        paper.steps().stream()
            .map(StepCard::id)
            .filter(step -> !kept.contains(step))
            .noneMatch(step -> cards.values().stream().anyMatch(card -> card.needs(step)));
    Http.Reply reply =
        http.put("/api/paths/" + path, json("steps", wanted.stream().map(this::step).toList()));
    if (free) {
      paper.setSteps(named(wanted, reply.expect(200).json()));
    } else {
      assertThat(reply.expect(409).text("/code")).isEqualTo("step-in-use");
    }
    seen = reply.position();
  }

  private Http.Reply asked(String id, Ask ask, String who) {
    String serial = "/api/serials/" + id;
    return switch (ask) {
      case Ask.Advance next ->
          http.post(serial + "/advance", json("fromStepId", next.from(), "userId", who));
      case Ask.AdvanceTo to ->
          http.post(
              serial + "/advance-to",
              json(
                  "fromStepId",
                  to.from(),
                  "targetStepIndex",
                  to.goal().index(),
                  "targetStepId",
                  to.goal().step(),
                  "userId",
                  who));
      case Ask.Rework back ->
          http.post(
              serial + "/rework",
              json(
                  "targetStepIndex",
                  back.goal().index(),
                  "targetStepId",
                  back.goal().step(),
                  "reason",
                  "Scratched",
                  "userId",
                  who));
      case Ask.CompleteDeferred(String step) ->
          http.post(serial + "/complete-deferred/" + step, json("userId", who));
      case Ask.Waive(String step) ->
          http.post(
              serial + "/waive-step/" + step,
              json("reason", "Customer", "approverId", "user_eve", "userId", who));
      case Ask.LetOff(String step) ->
          http.post(
              serial + "/overrides",
              json("serialIds", List.of(id), "stepId", step, "reason", "Prototype", "userId", who));
      case Ask.Reverse(String step) ->
          http.send("DELETE", serial + "/overrides/" + step, json("userId", who));
      case Ask.Scrap scrap ->
          http.post(
              serial + "/scrap",
              json("reason", scrap.reason(), "explanation", scrap.explanation(), "userId", who));
      case Ask.ForceComplete done -> http.post(serial + "/force-complete", json("userId", who));
      case Ask.Hold hold -> http.post(serial + "/hold", json("reason", "Check", "userId", who));
      case Ask.Release release ->
          http.post(serial + "/release", json("reason", "Checked", "userId", who));
      case Ask.Undo undo -> http.post(serial + "/undo", json("userId", who));
      case Ask.Attach(String certificate) ->
          http.post(
              serial + "/attach-cert",
              json("certId", certificates.get(certificate), "userId", who));
    };
  }

  private void agree(String id, Ask ask, Verdict expected, Http.Reply reply) {
    if (expected.refused()) {
      assertThat(expected.told())
          .as("%s of %s: %s", ask, id, reply.body())
          .contains(reply.status() + " " + reply.text("/code"));
      assertThat(reply.json().get("statusCode").asInt()).isEqualTo(reply.status());
      return;
    }
    assertThat(reply.status()).as("%s of %s: %s", ask, id, reply.body()).isEqualTo(200);
    SerialModel card = card(id);
    JsonNode body = reply.json();
    switch (ask) {
      case Ask.AdvanceTo to -> {
        agree(id, body.get("serial"));
        Map<String, String> bypassed = new LinkedHashMap<>();
        body.get("bypassed")
            .forEach(step ->
                bypassed.put(step.get("stepId").asString(), step.get("classification").asString()));
        assertThat(bypassed).isEqualTo(expected.bypassed());
      }
      case Ask.CompleteDeferred(String step) ->
          assertThat(body.get("status").asString()).isEqualTo(card.statusOf(step));
      case Ask.Waive(String step) ->
          assertThat(body.get("status").asString()).isEqualTo(card.statusOf(step));
      case Ask.LetOff(String step) ->
          assertThat(body.get(0).get("stepId").asString()).isEqualTo(step);
      case Ask.Reverse reverse -> assertThat(body.get("success").asBoolean()).isTrue();
      case Ask.Attach attach ->
          assertThat(body.get("certId").asString())
              .isEqualTo(certificates.get(attach.certificate()));
      case Ask.ForceComplete done -> {
        agree(id, body);
        assertThat(texts(body.get("incompleteStepIds"))).isEqualTo(expected.incomplete());
      }
      default -> agree(id, body);
    }
  }

  /** A serial as it is told anywhere. */
  private void agree(String id, JsonNode told) {
    SerialModel card = card(id);
    assertThat(told.get("id").asString()).isEqualTo(id);
    assertThat(told.get("status").asString()).as(told.toString()).isEqualTo(card.status());
    assertThat(told.get("currentStepIndex").asInt())
        .as(told.toString())
        .isEqualTo(card.currentStepIndex());
    assertThat(told.get("held").asBoolean()).isEqualTo(card.held());
    assertThat(told.get("forceCompleted").asBoolean()).isEqualTo(card.declaredDone());
    assertThat(told.has("scrapReason")).isEqualTo(card.status().equals("scrapped"));
    assertThat(told.has("incompleteStepIds")).isEqualTo(card.declaredDone());
  }

  /** Some path for a job, serials on it, and what is done to them in up to 40 deeds. */
  static PaperShop lived(Http http, Map<String, String> certificates, String job, Random random) {
    List<Deed> steps =
        Stream.generate(() -> Deed.any(random)).limit(1 + random.nextInt(8)).toList();
    String mode = List.of("strict", "flexible", "per_step").get(random.nextInt(3));
    PaperShop shop = new PaperShop(http, certificates, job, mode, steps, 1 + random.nextInt(3));
    int deeds = 10 + random.nextInt(31);
    for (int i = 0; i < deeds; i++) {
      shop.happens(Deed.any(random));
    }
    return shop;
  }

  /** What can be attached, by the names that paper has for it. */
  static Map<String, String> certificates(Http http) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (String name : List.of("cert_0", "cert_1")) {
      ids.put(
          name,
          http.post("/api/certs", json("type", "material", "name", name)).expect(201).text("/id"));
    }
    return ids;
  }

  String path() {
    return path;
  }

  List<String> serials() {
    return List.copyOf(cards.keySet());
  }

  /** How often something was asked of a serial that changed it. */
  int effects(String serial) {
    return effects.getOrDefault(serial, 0);
  }

  /** Position of the last that was answered. */
  long seen() {
    return seen;
  }

  /** Everything that can be read of it is what stands on paper. */
  void readsAsOnPaper() {
    cards.forEach((id, card) -> {
      String serial = "/api/serials/" + id;
      agree(id, http.get(serial, seen).expect(200).json());
      Map<String, String> statuses = new LinkedHashMap<>();
      Map<String, String> expected = new LinkedHashMap<>();
      for (JsonNode step : http.get(serial + "/step-statuses", seen).expect(200).json()) {
        statuses.put(
            step.get("stepId").asString(),
            step.get("status").asString() + " " + step.get("hasOverride").asBoolean());
      }
      for (StepCard step : paper.steps()) {
        boolean overridden = card.overridden().contains(step.id());
        expected.put(step.id(), card.statusOf(step.id()) + " " + overridden);
      }
      assertThat(statuses).as(id).containsExactlyEntriesOf(expected);
      JsonNode completion = http.get(serial + "/can-complete", seen).expect(200).json();
      assertThat(
              StreamSupport.stream(completion.get("blockers").spliterator(), false)
                  .map(blocker -> blocker.get("stepId").asString()))
          .as("%s: %s on %s, %s", id, completion, paper.steps(), statuses)
          .isEqualTo(card.openBesidesHere());
      actionsAsOnPaper(id, card);
    });
    distributionAsOnPaper();
    progressAsOnPaper();
  }

  private void actionsAsOnPaper(String id, SerialModel card) {
    Http.Reply actions =
        http.send("GET", "/api/serials/" + id + "/actions", null, "X-Actor", "user_ann");
    for (JsonNode action : actions.expect(200).json()) {
      JsonNode stepId = action.get("stepId");
      Ask ask = ask(action.get("action").asString(), stepId == null ? null : stepId.asString());
      assertThat(action.get("allowed").asBoolean())
          .as("%s: %s", id, action)
          .isEqualTo(!card.wouldBe(ask, "user_ann", NOW).refused());
    }
  }

  private Ask ask(String action, @Nullable String step) {
    String known = step == null ? "" : step;
    return switch (action) {
      case "advance" -> new Ask.Advance(null);
      case "advance-to" ->
          new Ask.AdvanceTo(null, new Ask.Goal(step == null ? paper.steps().size() : null, step));
      case "rework" -> new Ask.Rework(new Ask.Goal(null, step));
      case "complete-deferred" -> new Ask.CompleteDeferred(known);
      case "waive-step" -> new Ask.Waive(known);
      case "override" -> new Ask.LetOff(known);
      case "reverse-override" -> new Ask.Reverse(known);
      case "hold" -> new Ask.Hold();
      case "release" -> new Ask.Release();
      case "undo" -> new Ask.Undo();
      case "scrap" -> new Ask.Scrap("other", "given");
      case "force-complete" -> new Ask.ForceComplete();
      case "attach-cert" -> new Ask.Attach("another");
      default -> throw new AssertionError("What is " + action + "?");
    };
  }

  private void distributionAsOnPaper() {
    long done = count("completed");
    List<String> told = new ArrayList<>();
    for (JsonNode step :
        http.get("/api/paths/" + path, seen).expect(200).json().get("distribution")) {
      told.add(step.get("stepId").asString() + " " + step.get("serialCount").asLong());
      assertThat(step.get("completedCount").asLong()).isEqualTo(done);
    }
    List<String> expected = new ArrayList<>();
    for (int index = 0; index < paper.steps().size(); index++) {
      expected.add(paper.steps().get(index).id() + " " + standingAt(index));
    }
    assertThat(told).isEqualTo(expected);
  }

  private void progressAsOnPaper() {
    JsonNode progress = http.get("/api/jobs/" + job, seen).expect(200).json().get("progress");
    assertThat(progress.get("totalSerials").asLong()).isEqualTo(cards.size());
    assertThat(progress.get("completedSerials").asLong()).isEqualTo(count("completed"));
    assertThat(progress.get("inProgressSerials").asLong()).isEqualTo(count("in_progress"));
    assertThat(progress.get("scrappedSerials").asLong()).isEqualTo(count("scrapped"));
  }

  private long count(String status) {
    return cards.values().stream().filter(card -> card.status().equals(status)).count();
  }

  private long standingAt(int index) {
    return cards.values().stream()
        .filter(card -> card.status().equals("in_progress") && card.currentStepIndex() == index)
        .count();
  }

  private SerialModel card(String id) {
    return Objects.requireNonNull(cards.get(id));
  }

  private Map<String, Object> step(StepCard card) {
    Map<String, Object> step = new LinkedHashMap<>();
    if (card.id().equals(FRESH)) {
      step.put("name", "Step " + stepsEver++);
    } else {
      step.put("id", card.id());
    }
    step.put("optional", card.optional());
    step.put("dependencyType", card.dependency());
    return step;
  }

  /** The cards with the ids that the steps got. */
  private static List<StepCard> named(List<StepCard> cards, JsonNode path) {
    List<StepCard> named = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      String id = path.get("steps").get(i).get("id").asString();
      named.add(new StepCard(id, cards.get(i).optional(), cards.get(i).dependency()));
    }
    return named;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** A body; members that are null are left out. */
  static String json(@Nullable Object... membersAndValues) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < membersAndValues.length; i += 2) {
      Object value = membersAndValues[i + 1];
      if (value != null) {
        body.put(String.valueOf(membersAndValues[i]), value);
      }
    }
    return JSON.writeValueAsString(body);
  }
}
