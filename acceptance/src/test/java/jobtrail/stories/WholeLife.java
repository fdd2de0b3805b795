package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The job of {@link WholeLivesTest}: seven serials on a path of five steps, Cut, Etch (which is
 * optional), Fold, Inspect (a completion gate) and Paint, each with a fate of its own.
 */
final class WholeLife {

  private final Talk talk;
  private String olga = "";
  private String paula = "";
  private String ned = "";
  private String template = "";
  private String material = "";
  private String process = "";
  private String older = "";
  private String job = "";
  private String path = "";
  private String note = "";
  private List<String> steps = List.of();
  private List<String> serials = List.of();

  WholeLife(Talk talk) {
    this.talk = talk;
  }

  void thePeopleAndTheTemplate() {
    olga = talk.made("/api/users", "{'name':'Olga','department':'Folding'}").text("/id");
    paula = talk.made("/api/users", "{'name':'Paula'}").text("/id");
    ned = talk.made("/api/users", "{'name':'Ned'}").text("/id");
    template =
        talk.made(
                "/api/templates",
                """
                {'name':'Housing','steps':[{'name':'Cut','dependencyType':'physical'},
                 {'name':'Etch','optional':true},{'name':'Fold','dependencyType':'preferred'},
                 {'name':'Inspect','dependencyType':'completion_gate'},
                 {'name':'Paint','location':'Vendor B','dependencyType':'preferred'}]}
                """)
            .text("/id");
    material =
        talk.made("/api/certs", "{'type':'material','name':'Steel','metadata':{'lot':'A-7'}}")
            .text("/id");
    process = talk.made("/api/certs", "{'type':'process','name':'Heat'}").text("/id");
  }

  void theJobComesInAndIsTheMostUrgent() {
    older = talk.made("/api/jobs", "{'name':'Brackets','goalQuantity':3}").text("/id");
    job =
        talk.made(
                "/api/jobs",
                """
                {'name':'Housings','goalQuantity':7,'reference':'PO 17','company':'Acme',
                 'contact':{'name':'Ada'},'jiraTicketKey':'PI-1','jiraLabels':['rush']}
                """)
            .text("/id");
    talk.done("PUT", "/api/jobs/" + job + "/tags", "{'tags':['rush','export']}");
    talk.refused(
        400,
        "not-the-open-jobs",
        "PATCH",
        "/api/jobs/priorities",
        "{'jobIds':['%s']}".formatted(job));
    talk.done("PATCH", "/api/jobs/priorities", "{'jobIds':['%s','%s']}".formatted(job, older));
  }

  void itsPathIsLaidOutAndItsSerialsAreIssued() {
    Http.Reply laidOut =
        talk.made(
            "/api/templates/" + template + "/apply",
            "{'jobId':'%s','goalQuantity':7,'pathName':'Main'}".formatted(job));
    path = laidOut.text("/id");
    steps =
        laidOut.json().get("steps").valueStream().map(step -> step.get("id").asString()).toList();
    talk.done("PATCH", "/api/steps/" + steps.get(2) + "/assign", "{'userId':'%s'}".formatted(olga));
    Http.Reply issued =
        talk.made(
            "/api/serials",
            "{'jobId':'%s','pathId':'%s','quantity':7,'certId':'%s','userId':'%s'}"
                .formatted(job, path, material, paula));
    serials =
        StreamSupport.stream(issued.json().spliterator(), false)
            .map(serial -> serial.get("id").asString())
            .toList();
  }

  void oneLeavesAStepForLaterAndIsNotLetGoWithoutIt() {
    String serial = serials.get(0);
    refused(400, "strict-order", serial, "advance-to", "'targetStepIndex':3");
    talk.done(
        "PATCH", "/api/paths/" + path + "/advancement-mode", "{'advancementMode':'flexible'}");
    refused(400, "step-not-bypassable", serial, "advance-to", "'targetStepIndex':4");
    asks(serial, "advance-to", "'targetStepIndex':3");
    assertThat(talk.statuses(serial)).isEqualTo("completed skipped deferred in_progress pending");
    note =
        talk.made(
                "/api/notes",
                "{'jobId':'%s','pathId':'%s','stepId':'%s','serialIds':['%s','%s'],'text':'bent','userId':'%s'}"
                    .formatted(job, path, steps.get(2), serial, serials.get(1), olga))
            .text("/id");
    asks(serial, "attach-cert", "'certId':'" + process + "'");
    asks(serial, "advance", "'fromStepId':'" + steps.get(3) + "'");
    refused(409, "not-at-step", serial, "advance", "'fromStepId':'" + steps.get(3) + "'");
    refused(409, "steps-owed", serial, "advance", "");
    asks(serial, "complete-deferred/" + steps.get(2), "");
    assertThat(asks(serial, "advance", "").text("/status")).isEqualTo("completed");
    assertThat(asks(serial, "undo", "").text("/currentStepIndex")).isEqualTo("4");
    assertThat(talk.statuses(serial))
        .isEqualTo("completed skipped completed completed in_progress");
    asks(serial, "advance", "");
  }

  void oneIsForgivenAStepHeldAndSentBack() {
    String serial = serials.get(1);
    asks(serial, "advance-to", "'targetStepId':'" + steps.get(3) + "'");
    asks(serial, "hold", "'reason':'measure again'");
    refused(409, "held", serial, "advance", "");
    refused(409, "held", serial, "rework", "'targetStepIndex':0,'reason':'bent'");
    asks(
        serial,
        "waive-step/" + steps.get(2),
        "'reason':'flat enough','approverId':'%s'".formatted(paula));
    asks(serial, "release", "'reason':'measured'");
    asks(serial, "rework", "'targetStepIndex':0,'reason':'too long'");
    assertThat(talk.statuses(serial)).isEqualTo("in_progress pending waived pending pending");
    asks(serial, "advance-to", "'targetStepIndex':3");
    assertThat(talk.statuses(serial)).isEqualTo("completed skipped waived in_progress pending");
    asks(serial, "advance", "");
    assertThat(asks(serial, "advance", "").text("/status")).isEqualTo("completed");
  }

  void oneMayGoWithoutAnInspection() {
    String serial = serials.get(2);
    String inspect = steps.get(3);
    asks(serial, "overrides", "'stepId':'%s','reason':'sample'".formatted(inspect));
    asks(serial, "overrides", "'stepId':'%s','reason':'sample'".formatted(steps.get(4)));
    talk.done("DELETE", "/api/serials/" + serial + "/overrides/" + steps.get(4), "{}");
    asks(serial, "advance-to", "'targetStepIndex':4");
    assertThat(talk.statuses(serial)).isEqualTo("completed skipped deferred skipped in_progress");
    talk.refused(
        400, "override-used", "DELETE", "/api/serials/" + serial + "/overrides/" + inspect, "{}");
    asks(serial, "complete-deferred/" + steps.get(2), "");
    assertThat(asks(serial, "advance", "").text("/status")).isEqualTo("completed");
  }

  void oneIsScrappedByMistakeAndThenForGood() {
    String serial = serials.get(3);
    asks(serial, "scrap", "'reason':'damaged'");
    talk.refused(
        409,
        "not-your-move",
        "POST",
        "/api/serials/" + serial + "/undo",
        "{'userId':'%s'}".formatted(paula));
    asks(serial, "undo", "");
    refused(400, "explanation-missing", serial, "scrap", "'reason':'other'");
    asks(serial, "scrap", "'reason':'other','explanation':'fell off the bench'");
    refused(400, "serial-scrapped", serial, "advance", "");
  }

  void oneIsDeclaredDoneAndOneWaits() {
    String forced = serials.get(4);
    talk.done(
        "PATCH", "/api/paths/" + path + "/advancement-mode", "{'advancementMode':'per_step'}");
    refused(400, "target-beyond-end", serials.get(5), "advance-to", "'targetStepIndex':9");
    asks(forced, "advance-to", "'targetStepIndex':4");
    asks(forced, "force-complete", "'reason':'the customer waits'");
    asks(
        forced,
        "waive-step/" + steps.get(3),
        "'reason':'seen at the dock','approverId':'%s'".formatted(paula));
    Http.Reply batch =
        talk.done(
            "POST",
            "/api/serials/advance",
            "{'serialIds':['%s','%s'],'userId':'%s'}"
                .formatted(serials.get(3), serials.get(5), olga));
    assertThat(batch.text("/results/0/code")).isEqualTo("serial-scrapped");
    assertThat(batch.text("/results/1/serial/currentStepIndex")).isEqualTo("1");
    asks(serials.get(5), "advance", "");
    asks(serials.get(5), "hold", "'reason':'no sheet metal'");
  }

  void thePathThePeopleAndTheTemplateChange() {
    talk.refused(
        409,
        "step-in-use",
        "PUT",
        "/api/paths/" + path,
        "{'steps':[{'name':'Cut'},{'name':'Paint'}]}");
    talk.done(
        "PUT",
        "/api/paths/" + path,
        """
        {'steps':[{'name':'Cut'},{'name':'Deburr'},{'name':'Etch'},{'name':'Fold'},
         {'name':'Inspect'},{'name':'Paint'}]}
        """);
    talk.done("PATCH", "/api/steps/" + steps.get(4) + "/config", "{'optional':true}");
    talk.done("PUT", "/api/users/" + ned, "{'active':false}");
    talk.refused(
        400,
        "user-inactive",
        "PATCH",
        "/api/steps/" + steps.get(4) + "/assign",
        "{'userId':'%s'}".formatted(ned));
    talk.done(
        "PUT", "/api/templates/" + template, "{'name':'Housing, old','steps':[{'name':'Print'}]}");
    String spare =
        talk.made("/api/templates", "{'name':'Spare','steps':[{'name':'Cut'}]}").text("/id");
    talk.done("DELETE", "/api/templates/" + spare, "{}");
    talk.done("PUT", "/api/jobs/" + job, "{'name':'Housings, long'}");
  }

  void nobodyIsToldAnythingWrong() {
    JsonNode progress = talk.told("/api/jobs/" + job).json().get("progress");
    assertThat(progress.get("totalSerials").asInt()).isEqualTo(7);
    assertThat(progress.get("completedSerials").asInt()).isEqualTo(4);
    assertThat(progress.get("scrappedSerials").asInt()).isEqualTo(1);
    assertThat(progress.get("inProgressSerials").asInt()).isEqualTo(2);
    assertThat(progress.get("progressPercent").asDouble()).isEqualTo(4 / 6.0 * 100);
    assertThat(progress.get("shortfall").asInt()).isEqualTo(3);
    Http.Reply hers = talk.told("/api/operator/queue/" + olga);
    assertThat(hers.text("/jobs/0/serialIds/0")).isEqualTo(serials.get(5));
    assertThat(hers.text("/totalParts")).isEqualTo("1");
    assertThat(talk.told("/api/jobs?sort=priority").text("/0/id")).isEqualTo(job);
  }

  /** Every GET there is, about all that took part. */
  EveryQuestion questions() {
    String[] all = serials.toArray(String[]::new);
    String[] itsSteps = steps.toArray(String[]::new);
    String serial = "/api/serials/{serialId}";
    return talk.questions()
        .list(
            "/api/jobs",
            "sort=priority",
            "tag=RUSH",
            "status=open",
            "q=housings%20acme",
            "step=Fold")
        .list("/api/jobs/progress", "status=open", "jobIds=" + job)
        .of("/api/jobs/{jobId}", job, older)
        .of("/api/jobs/{jobId}/tags", job, older)
        .of("/api/paths/{pathId}", path)
        .list(
            "/api/serials", "jobId=" + job, "status=completed", "stepId=" + steps.get(2), "limit=3")
        .of(serial, all)
        .of(serial + "/step-statuses", all)
        .of(serial + "/overrides", all)
        .of(serial + "/cert-attachments", all)
        .of(serial + "/can-complete", all)
        .of(serial + "/actions", all)
        .list("/api/certs")
        .of("/api/certs/{certId}", material, process)
        .of("/api/certs/{certId}/attachments", material, process)
        .list("/api/templates")
        .of("/api/templates/{templateId}", template)
        .list("/api/users", "all=true")
        .of("/api/users/{userId}", olga, paula, ned)
        .of("/api/notes/{noteId}", note)
        .of("/api/notes/serial/{serialId}", all)
        .of("/api/notes/step/{stepId}", itsSteps)
        .list("/api/operator/work-queue", "groupBy=location", "groupBy=step")
        .list("/api/operator/queue/_all")
        .of("/api/operator/queue/{userId}", olga, paula)
        .of("/api/operator/step/{stepId}", itsSteps)
        .of("/api/operator/{stepName}", "Cut", "Etch", "Fold", "Paint");
  }

  /** Olga asks something of a serial, and gets it. */
  private Http.Reply asks(String serial, String what, String members) {
    return talk.done("POST", "/api/serials/" + serial + "/" + what, byOlga(members));
  }

  /** Olga asks something of a serial, and the rules say no. */
  private void refused(int status, String code, String serial, String what, String members) {
    talk.refused(status, code, "POST", "/api/serials/" + serial + "/" + what, byOlga(members));
  }

  private String byOlga(String members) {
    return "{%s'userId':'%s'}".formatted(members.isEmpty() ? "" : members + ",", olga);
  }
}
