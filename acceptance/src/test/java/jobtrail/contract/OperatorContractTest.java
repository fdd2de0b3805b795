package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.stories.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

@ResourceLock(OpenShop.ALONE)
class OperatorContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  private static int days;

  private String job = "";
  private Http.Reply path = new Http.Reply(0, "", java.util.Map.of());
  private String[] serials = {};
  private String user = "";
  private String foldName = "";

  /** Two serials wait at Cut, one at Fold, which is a vendor's and Olga's; one is scrapped. */
  @BeforeEach
  void serialsWait() {
    foldName = "Fold " + ++days;
    job = SHOP.job();
    path =
        SHOP.path(
            job,
            "strict",
            "Cut",
            "{name: '%s', location: 'Vendor B'}".formatted(foldName),
            "Paint");
    user = SHOP.post("/api/users", "{name: 'Olga'}").expect(201).text("/id");
    SHOP.patch("/api/steps/" + step(1) + "/assign", "{userId: '%s'}".formatted(user)).expect(200);
    serials = SHOP.serials(path, 4);
    SHOP.post("/api/serials/" + serials[0] + "/advance", "{}").expect(200);
    SHOP.post("/api/serials/" + serials[3] + "/scrap", "{reason: 'damaged'}").expect(200);
  }

  @Test
  void one_step_is_told_with_its_serials_and_its_notes() {
    Http.Reply note =
        SHOP.post(
                "/api/notes",
                "{jobId: '%s', pathId: '%s', stepId: '%s', serialIds: ['%s'], text: 'scratched'}"
                    .formatted(job, path.text("/id"), step(1), serials[0]))
            .expect(201);
    Told.is(
        200,
        "{job: %s, notes: [%s]}".formatted(foldRow(), note.body()),
        SHOP.get("/api/operator/step/" + step(1)));
  }

  @Test
  void an_empty_step_tells_how_many_stand_before_it() {
    Told.is(
        200,
        """
        {job: {jobId: '%s', jobName: 'Housings', pathId: '%s', pathName: 'Main', stepId: '%s',
          stepName: 'Paint', stepOrder: 2, totalSteps: 3, serialIds: [], partCount: 0,
          previousStepId: '%s', previousStepName: '%s', isFinalStep: true},
         notes: [], previousStepWipCount: 1}
        """
            .formatted(job, path.text("/id"), step(2), step(1), foldName),
        SHOP.get("/api/operator/step/" + step(2)));
    Told.refused(
        404,
        "step-not-found",
        "ProcessStep not found: step_none",
        SHOP.get("/api/operator/step/step_none"));
  }

  @Test
  void an_operators_queue_has_the_steps_that_are_hers() {
    Told.is(
        200,
        "{operatorId: '%s', jobs: [%s], totalParts: 1}".formatted(user, foldRow()),
        SHOP.get("/api/operator/queue/" + user));
    Told.is(
        200,
        "{operatorId: 'user_none', jobs: [], totalParts: 0}",
        SHOP.get("/api/operator/queue/user_none"));
  }

  @Test
  void everybodys_queue_has_what_waits_and_the_first_steps_that_want_serials() {
    Http.Reply empty = SHOP.path(job, "strict", "Turn");
    JsonNode rows = SHOP.get("/api/operator/queue/_all").expect(200).json();
    assertThat(rows.get("operatorId").asString()).isEqualTo("_all");
    List<String> steps = stepsOf(rows.get("jobs"));
    assertThat(steps).containsSubsequence(step(0), step(1), empty.text("/steps/0/id"));
    assertThat(steps).doesNotContain(step(2));
    assertThat(rows.get("totalParts").asLong())
        .isEqualTo(
            rows.get("jobs").valueStream().mapToLong(row -> row.get("partCount").asLong()).sum());
  }

  @Test
  void the_work_queue_is_grouped_by_who_sees_to_the_step() {
    JsonNode queue = SHOP.get("/api/operator/work-queue").expect(200).json();
    JsonNode hers =
        queue
            .get("groups")
            .valueStream()
            .filter(group -> group.get("operatorId").asString("").equals(user))
            .findFirst()
            .orElseThrow();
    assertThat(hers)
        .isEqualTo(
            json(
                """
                {operatorId: '%s', operatorName: 'Olga', groupKey: '%s', groupLabel: 'Olga',
                 groupType: 'operator', jobs: [%s], totalParts: 1}
                """
                    .formatted(user, user, foldRow())));
    JsonNode nobodys = queue.at("/groups/" + (queue.get("groups").size() - 1));
    assertThat(nobodys.get("operatorId").isNull()).isTrue();
    assertThat(nobodys.get("operatorName").asString()).isEqualTo("Unassigned");
    assertThat(stepsOf(nobodys.get("jobs"))).contains(step(0)).doesNotContain(step(1), step(2));
  }

  @Test
  void all_steps_of_one_name_are_told_with_what_comes_to_them() {
    String part =
        "{serialId: '%s', jobId: '%s', jobName: 'Housings', pathId: '%s', pathName: 'Main'%s}";
    Told.is(
        200,
        """
        {stepName: '%s', location: 'Vendor B', currentParts: [%s], comingSoon: [%s, %s], backlog: [],
         currentCount: 1, comingSoonCount: 2, backlogCount: 0, vendorPartsCount: 1, stepIds: ['%s']}
        """
            .formatted(
                foldName,
                part.formatted(serials[0], job, path.text("/id"), ", nextStepName: 'Paint'"),
                part.formatted(serials[1], job, path.text("/id"), ""),
                part.formatted(serials[2], job, path.text("/id"), ""),
                step(1)),
        SHOP.get("/api/operator/" + foldName.replace(" ", "%20")));
    Told.is(
        200,
        """
        {stepName: 'fold', currentParts: [], comingSoon: [], backlog: [], currentCount: 0,
         comingSoonCount: 0, backlogCount: 0, vendorPartsCount: 0, stepIds: []}
        """,
        SHOP.get("/api/operator/fold"));
  }

  private String foldRow() {
    return """
    {jobId: '%s', jobName: 'Housings', pathId: '%s', pathName: 'Main', stepId: '%s',
     stepName: '%s', stepOrder: 1, stepLocation: 'Vendor B', assignedTo: '%s', totalSteps: 3,
     serialIds: ['%s'], partCount: 1, previousStepId: '%s', previousStepName: 'Cut',
     nextStepId: '%s', nextStepName: 'Paint', isFinalStep: false}
    """
        .formatted(job, path.text("/id"), step(1), foldName, user, serials[0], step(0), step(2));
  }

  private String step(int order) {
    return path.text("/steps/" + order + "/id");
  }

  private static List<String> stepsOf(JsonNode rows) {
    return rows.valueStream().map(row -> row.get("stepId").asString()).toList();
  }

  private static JsonNode json(String slack) {
    return new Http.Reply(200, Told.strict(slack), java.util.Map.of()).json();
  }
}
