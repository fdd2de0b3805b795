package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The job of {@link ASerialsWholeLifeTest}: seven serials on a path of five steps, Cut, Etch (which
 * is optional), Fold, Inspect (a completion gate) and Paint, each with a fate of its own.
 */
final class WholeLife {

  private final Http http;
  private long seen;
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

  WholeLife(Http http) {
    this.http = http;
  }

  void thePeopleAndTheTemplate() {
    olga = made("/api/users", "{'name':'Olga','department':'Folding'}").text("/id");
    paula = made("/api/users", "{'name':'Paula'}").text("/id");
    ned = made("/api/users", "{'name':'Ned'}").text("/id");
    template =
        made(
                "/api/templates",
                """
                {'name':'Housing','steps':[{'name':'Cut','dependencyType':'physical'},
                 {'name':'Etch','optional':true},{'name':'Fold','dependencyType':'preferred'},
                 {'name':'Inspect','dependencyType':'completion_gate'},
                 {'name':'Paint','location':'Vendor B','dependencyType':'preferred'}]}
                """)
            .text("/id");
    material = made("/api/certs", "{'type':'material','name':'Steel','metadata':{'lot':'A-7'}}").text("/id");
    process = made("/api/certs", "{'type':'process','name':'Heat'}").text("/id");
  }

  void theJobComesInAndIsTheMostUrgent() {
    older = made("/api/jobs", "{'name':'Brackets','goalQuantity':3}").text("/id");
    job =
        made(
                "/api/jobs",
                """
                {'name':'Housings','goalQuantity':7,'reference':'PO 17','company':'Acme',
                 'contact':{'name':'Ada'},'jiraTicketKey':'PI-1','jiraLabels':['rush']}
                """)
            .text("/id");
    done("PUT", "/api/jobs/" + job + "/tags", "{'tags':['rush','export']}");
    refusal(400, "not-the-open-jobs", "PATCH", "/api/jobs/priorities", "{'jobIds':['%s']}".formatted(job));
    done("PATCH", "/api/jobs/priorities", "{'jobIds':['%s','%s']}".formatted(job, older));
  }

  void itsPathIsLaidOutAndItsSerialsAreIssued() {
    Http.Reply laidOut =
        made(
            "/api/templates/" + template + "/apply",
            "{'jobId':'%s','goalQuantity':7,'pathName':'Main'}".formatted(job));
    path = laidOut.text("/id");
    steps = laidOut.json().get("steps").valueStream().map(step -> step.get("id").asString()).toList();
    done("PATCH", "/api/steps/" + steps.get(2) + "/assign", "{'userId':'%s'}".formatted(olga));
    Http.Reply issued =
        made(
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
    done("PATCH", "/api/paths/" + path + "/advancement-mode", "{'advancementMode':'flexible'}");
    refused(400, "step-not-bypassable", serial, "advance-to", "'targetStepIndex':4");
    asks(serial, "advance-to", "'targetStepIndex':3");
    assertThat(statuses(serial)).isEqualTo("completed skipped deferred in_progress pending");
    note =
        made(
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
    assertThat(statuses(serial)).isEqualTo("completed skipped completed completed in_progress");
    asks(serial, "advance", "");
  }

  void oneIsForgivenAStepHeldAndSentBack() {
    String serial = serials.get(1);
    asks(serial, "advance-to", "'targetStepId':'" + steps.get(3) + "'");
    asks(serial, "hold", "'reason':'measure again'");
    refused(409, "held", serial, "advance", "");
    refused(409, "held", serial, "rework", "'targetStepIndex':0,'reason':'bent'");
    asks(serial, "waive-step/" + steps.get(2), "'reason':'flat enough','approverId':'%s'".formatted(paula));
    asks(serial, "release", "'reason':'measured'");
    asks(serial, "rework", "'targetStepIndex':0,'reason':'too long'");
    assertThat(statuses(serial)).isEqualTo("in_progress pending waived pending pending");
    asks(serial, "advance-to", "'targetStepIndex':3");
    assertThat(statuses(serial)).isEqualTo("completed skipped waived in_progress pending");
    asks(serial, "advance", "");
    assertThat(asks(serial, "advance", "").text("/status")).isEqualTo("completed");
  }

  void oneMayGoWithoutAnInspection() {
    String serial = serials.get(2);
    String inspect = steps.get(3);
    asks(serial, "overrides", "'stepId':'%s','reason':'sample'".formatted(inspect));
    asks(serial, "overrides", "'stepId':'%s','reason':'sample'".formatted(steps.get(4)));
    done("DELETE", "/api/serials/" + serial + "/overrides/" + steps.get(4), "{}");
    asks(serial, "advance-to", "'targetStepIndex':4");
    assertThat(statuses(serial)).isEqualTo("completed skipped deferred skipped in_progress");
    refusal(400, "override-used", "DELETE", "/api/serials/" + serial + "/overrides/" + inspect, "{}");
    asks(serial, "complete-deferred/" + steps.get(2), "");
    assertThat(asks(serial, "advance", "").text("/status")).isEqualTo("completed");
  }

  void oneIsScrappedByMistakeAndThenForGood() {
    String serial = serials.get(3);
    asks(serial, "scrap", "'reason':'damaged'");
    refusal(409, "not-your-move", "POST", "/api/serials/" + serial + "/undo", "{'userId':'%s'}".formatted(paula));
    asks(serial, "undo", "");
    refused(400, "explanation-missing", serial, "scrap", "'reason':'other'");
    asks(serial, "scrap", "'reason':'other','explanation':'fell off the bench'");
    refused(400, "serial-scrapped", serial, "advance", "");
  }

  void oneIsDeclaredDoneAndOneWaits() {
    String forced = serials.get(4);
    done("PATCH", "/api/paths/" + path + "/advancement-mode", "{'advancementMode':'per_step'}");
    refused(400, "target-beyond-end", serials.get(5), "advance-to", "'targetStepIndex':9");
    asks(forced, "advance-to", "'targetStepIndex':4");
    asks(forced, "force-complete", "'reason':'the customer waits'");
    asks(forced, "waive-step/" + steps.get(3), "'reason':'seen at the dock','approverId':'%s'".formatted(paula));
    Http.Reply batch =
        done(
            "POST",
            "/api/serials/advance",
            "{'serialIds':['%s','%s'],'userId':'%s'}".formatted(serials.get(3), serials.get(5), olga));
    assertThat(batch.text("/results/0/code")).isEqualTo("serial-scrapped");
    assertThat(batch.text("/results/1/serial/currentStepIndex")).isEqualTo("1");
    asks(serials.get(5), "advance", "");
    asks(serials.get(5), "hold", "'reason':'no sheet metal'");
  }

  void thePathThePeopleAndTheTemplateChange() {
    refusal(409, "step-in-use", "PUT", "/api/paths/" + path, "{'steps':[{'name':'Cut'},{'name':'Paint'}]}");
    done(
        "PUT",
        "/api/paths/" + path,
        """
        {'steps':[{'name':'Cut'},{'name':'Deburr'},{'name':'Etch'},{'name':'Fold'},
         {'name':'Inspect'},{'name':'Paint'}]}
        """);
    done("PATCH", "/api/steps/" + steps.get(4) + "/config", "{'optional':true}");
    done("PUT", "/api/users/" + ned, "{'active':false}");
    refusal(400, "user-inactive", "PATCH", "/api/steps/" + steps.get(4) + "/assign", "{'userId':'%s'}".formatted(ned));
    done("PUT", "/api/templates/" + template, "{'name':'Housing, old','steps':[{'name':'Print'}]}");
    String spare = made("/api/templates", "{'name':'Spare','steps':[{'name':'Cut'}]}").text("/id");
    done("DELETE", "/api/templates/" + spare, "{}");
    done("PUT", "/api/jobs/" + job, "{'name':'Housings, long'}");
  }

  void nobodyIsToldAnythingWrong() {
    JsonNode progress = http.get("/api/jobs/" + job, seen).expect(200).json().get("progress");
    assertThat(progress.get("totalSerials").asInt()).isEqualTo(7);
    assertThat(progress.get("completedSerials").asInt()).isEqualTo(4);
    assertThat(progress.get("scrappedSerials").asInt()).isEqualTo(1);
    assertThat(progress.get("inProgressSerials").asInt()).isEqualTo(2);
    assertThat(progress.get("progressPercent").asDouble()).isEqualTo(4 / 6.0 * 100);
    assertThat(progress.get("shortfall").asInt()).isEqualTo(3);
    Http.Reply hers = http.get("/api/operator/queue/" + olga, seen).expect(200);
    assertThat(hers.text("/jobs/0/serialIds/0")).isEqualTo(serials.get(5));
    assertThat(hers.text("/totalParts")).isEqualTo("1");
    assertThat(http.get("/api/jobs?sort=priority", seen).text("/0/id")).isEqualTo(job);
  }

  /** Every GET there is, about all that took part. */
  EveryQuestion questions() {
    String[] all = serials.toArray(String[]::new);
    String[] itsSteps = steps.toArray(String[]::new);
    String serial = "/api/serials/{serialId}";
    return new EveryQuestion(http, seen)
        .list("/api/jobs", "sort=priority", "tag=RUSH", "status=open", "q=housings%20acme", "step=Fold")
        .list("/api/jobs/progress", "status=open", "jobIds=" + job)
        .of("/api/jobs/{jobId}", job, older)
        .of("/api/jobs/{jobId}/tags", job, older)
        .of("/api/paths/{pathId}", path)
        .list("/api/serials", "jobId=" + job, "status=completed", "stepId=" + steps.get(2), "limit=3")
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

  private String statuses(String serial) {
    return http.get("/api/serials/" + serial + "/step-statuses", seen).expect(200).json().valueStream()
        .map(step -> step.get("status").asString())
        .reduce((all, next) -> all + " " + next)
        .orElseThrow();
  }

  /** Olga asks something of a serial, and gets it. */
  private Http.Reply asks(String serial, String what, String members) {
    return done("POST", "/api/serials/" + serial + "/" + what, byOlga(members));
  }

  /** Olga asks something of a serial, and the rules say no. */
  private void refused(int status, String code, String serial, String what, String members) {
    refusal(status, code, "POST", "/api/serials/" + serial + "/" + what, byOlga(members));
  }

  private void refusal(int status, String code, String method, String address, String body) {
    Http.Reply reply = sent(method, address, body).expect(status);
    assertThat(reply.text("/code")).isEqualTo(code);
  }

  private Http.Reply made(String address, String body) {
    return sent("POST", address, body).expect(201);
  }

  private Http.Reply done(String method, String address, String body) {
    return sent(method, address, body).expect(200);
  }

  private Http.Reply sent(String method, String address, String body) {
    Http.Reply reply = http.send(method, address, body.replace('\'', '"'));
    seen = Math.max(seen, reply.position());
    return reply;
  }

  private String byOlga(String members) {
    return "{%s'userId':'%s'}".formatted(members.isEmpty() ? "" : members + ",", olga);
  }
}
