package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent that should not be: a reason, the field, and a ledger that has not moved. */
class BadInputTest {

  private static final Node NODE = Node.first();
  private static final Floor FLOOR = new Floor(NODE);

  private static String job = "";
  private static String otherJob = "";
  private static String path = "";
  private static String step = "";
  private static String serial = "";
  private static String user = "";
  private static String template = "";
  private static String otherPath = "";
  private static String otherStep = "";
  private static String otherSerial = "";

  /** A request that must be refused, and how; {@code $job} and so on stand for what is there. */
  record Bad(
      String method, String address, String body, int status, String code, List<String> fields) {

    @Override
    public String toString() {
      String shown = body.length() > 90 ? body.substring(0, 90) + "…" : body;
      return method + " " + address + " " + shown.replaceAll("\\p{Cntrl}", "·");
    }
  }

  private static final String JOBS = "/api/jobs";
  private static final String JOB = "/api/jobs/$job";
  private static final String TAGS = "/api/jobs/$job/tags";
  private static final String PRIORITIES = "/api/jobs/priorities";
  private static final String PATHS = "/api/paths";
  private static final String PATH = "/api/paths/$path";
  private static final String MODE = "/api/paths/$path/advancement-mode";
  private static final String SERIALS = "/api/serials";
  private static final String ASSIGN = "/api/steps/$step/assign";
  private static final String CONFIG = "/api/steps/$step/config";
  private static final String USERS = "/api/users";
  private static final String USER = "/api/users/$user";
  private static final String TEMPLATES = "/api/templates";
  private static final String TEMPLATE = "/api/templates/$template";
  private static final String APPLY = "/api/templates/$template/apply";
  private static final String STEP_NAME = "steps[0].name";
  private static final String LONG_ID = "'" + "x".repeat(65) + "'";
  private static final String CERTS = "/api/certs";
  private static final String NOTES = "/api/notes";
  private static final String ADVANCE = "/api/serials/$serial/advance";

  @BeforeAll
  static void thereIsSomethingToBreak() {
    job = FLOOR.job();
    otherJob = FLOOR.job();
    Reply laidOut = FLOOR.path(job, "Cut", "Fold");
    path = laidOut.text("id");
    step = Floor.steps(laidOut).getFirst();
    serial = FLOOR.serial(laidOut);
    user = NODE.to("POST", USERS).json("{'name':'Olga'}").send().is(201).text("id");
    template =
        NODE.to("POST", TEMPLATES)
            .json(newTemplate("'Housing'", "[{'name':'Cut'}]"))
            .send()
            .is(201)
            .text("id");
    Reply besides = FLOOR.path(otherJob, "Turn");
    otherPath = besides.text("id");
    otherStep = Floor.steps(besides).getFirst();
    otherSerial = FLOOR.serial(besides);
  }

  private static Bad bad(String method, String address, String body, String... fields) {
    return new Bad(method, address, body, 400, "invalid-request", List.of(fields));
  }

  private static Bad refused(
      String method, String address, String body, int status, String code, String... fields) {
    return new Bad(method, address, body, status, code, List.of(fields));
  }

  private static String newJob(String name, String rest) {
    return "{'name':" + name + ",'goalQuantity':1" + rest + "}";
  }

  private static String newPath(String steps) {
    return "{'jobId':'$job','name':'Main','goalQuantity':1,'steps':" + steps + "}";
  }

  private static String order(String quantity) {
    return "{'jobId':'$job','pathId':'$path','quantity':" + quantity + "}";
  }

  /** What no number of units can be. */
  private static final List<String> NO_QUANTITIES =
      List.of(
          "0",
          "-1",
          "1.5",
          "1.0",
          "1e2",
          "'5'",
          "''",
          "true",
          "[]",
          "{}",
          "2147483648",
          "99999999999999999999999",
          "-99999999999999999999999");

  /** What no name can be. */
  private static final List<String> NO_NAMES =
      List.of(
          "''",
          "'   '",
          "'\\t'",
          "'a\\nb'",
          "'a\\u0007'",
          "'a\\u0085'",
          "'a\\u0000'",
          "'\\ud800'",
          "'a\\udc00b'",
          "5",
          "true",
          "[]",
          "{}",
          "'" + "x".repeat(201) + "'");

  static Stream<Bad> requests() {
    List<Bad> rows = new ArrayList<>();
    rows.addAll(jobs());
    rows.addAll(tags());
    rows.addAll(priorities());
    rows.addAll(paths());
    rows.addAll(serials());
    rows.addAll(steps());
    rows.addAll(users());
    rows.addAll(templates());
    rows.addAll(certificates());
    rows.addAll(notes());
    rows.addAll(notEvenJson());
    return rows.stream();
  }

  private static List<Bad> jobs() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(name -> {
      rows.add(bad("POST", JOBS, newJob(name, ""), "name"));
      rows.add(bad("PUT", JOB, "{'name':" + name + "}", "name"));
      rows.add(bad("POST", JOBS, newJob("'a'", ",'reference':" + name), "reference"));
      rows.add(bad("PUT", JOB, "{'company':" + name + "}", "company"));
      rows.add(bad("PUT", JOB, "{'contact':{'email':" + name + "}}", "contact.email"));
      rows.add(bad("POST", JOBS, newJob("'a'", ",'jiraTicketKey':" + name), "jiraTicketKey"));
      rows.add(bad("POST", JOBS, newJob("'a'", ",'jiraLabels':[" + name + "]"), "jiraLabels[0]"));
    });
    NO_QUANTITIES.forEach(units -> {
      rows.add(bad("POST", JOBS, "{'name':'a','goalQuantity':" + units + "}", "goalQuantity"));
      rows.add(bad("PUT", JOB, "{'goalQuantity':" + units + "}", "goalQuantity"));
    });
    rows.add(bad("POST", JOBS, "{}", "name"));
    rows.add(bad("POST", JOBS, "{'name':null,'goalQuantity':1}", "name"));
    rows.add(bad("POST", JOBS, "{'name':'a'}", "goalQuantity"));
    rows.add(bad("POST", JOBS, "{'name':'a','contact':{}}", "goalQuantity"));
    rows.add(bad("POST", JOBS, "{'name':'a','goalQuantity':1000000001}", "goalQuantity"));
    rows.add(bad("POST", JOBS, newJob("'a'", ",'contact':[]"), "contact"));
    rows.add(bad("POST", JOBS, newJob("'a'", ",'contact':'Anna'"), "contact"));
    rows.add(bad("POST", JOBS, newJob("'a'", ",'jiraLabels':'x'"), "jiraLabels"));
    rows.add(bad("POST", JOBS, newJob("'a'", ",'jiraLabels':[null]"), "jiraLabels[0]"));
    rows.add(
        bad(
            "POST",
            JOBS,
            newJob("'a'", ",'jiraTicketSummary':'" + "x".repeat(2001) + "'"),
            "jiraTicketSummary"));
    rows.add(bad("POST", JOBS, newJob("'a'", ",'unknown':{'x':['\\u0000']}"), "unknown.x[0]"));
    rows.add(refused("PUT", "/api/jobs/job_unknown", "{'name':''}", 404, "job-not-found"));
    rows.add(refused("PUT", "/api/jobs/nonsense", "{}", 404, "job-not-found"));
    rows.add(refused("PUT", "/api/jobs/$path", "{'name':'a'}", 404, "job-not-found"));
    return rows;
  }

  private static List<Bad> tags() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(tag -> rows.add(bad("PUT", TAGS, "{'tags':['a'," + tag + "]}", "tags[1]")));
    rows.add(bad("PUT", TAGS, "{'tags':['" + "x".repeat(31) + "']}", "tags[0]"));
    rows.add(bad("PUT", TAGS, "['" + "x".repeat(31) + "']", "tags[0]"));
    rows.add(bad("PUT", TAGS, "{'tags':[null]}", "tags[0]"));
    rows.add(bad("PUT", TAGS, "{'tags':'Rush'}", "tags"));
    rows.add(bad("PUT", TAGS, "{'tags':null}", "tags"));
    rows.add(bad("PUT", TAGS, "{}", "tags"));
    rows.add(bad("PUT", TAGS, "{'tags':[" + "'a',".repeat(50) + "'b']}", "tags"));
    rows.add(refused("PUT", "/api/jobs/job_unknown/tags", "{}", 404, "job-not-found"));
    rows.add(refused("PUT", "/api/jobs/$path/tags", "[]", 404, "job-not-found"));
    rows.add(refused("PUT", TAGS, "'Rush'", 400, "invalid-request"));
    rows.add(refused("PUT", TAGS, "", 400, "body-required"));
    return rows;
  }

  private static List<Bad> priorities() {
    List<Bad> rows = new ArrayList<>();
    rows.add(bad("PATCH", PRIORITIES, "{}", "jobIds"));
    rows.add(bad("PATCH", PRIORITIES, "{'jobIds':[]}", "jobIds"));
    rows.add(bad("PATCH", PRIORITIES, "{'jobIds':'$job'}", "jobIds"));
    rows.add(bad("PATCH", PRIORITIES, "{'jobIds':[7]}", "jobIds[0]"));
    rows.add(bad("PATCH", PRIORITIES, "{'jobIds':['$job',' ']}", "jobIds[1]"));
    rows.add(bad("PATCH", PRIORITIES, "{'jobIds':['" + "x".repeat(65) + "']}", "jobIds[0]"));
    rows.add(
        refused("PATCH", PRIORITIES, "{'jobIds':['$job']}", 400, "not-the-open-jobs", "jobIds"));
    for (String unknown : List.of("job_unknown", "nonsense", "$path")) {
      String ids = "{'jobIds':['$job','" + unknown + "']}";
      rows.add(refused("PATCH", PRIORITIES, ids, 404, "job-not-found", "jobIds"));
    }
    return rows;
  }

  private static List<Bad> paths() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(name -> {
      rows.add(bad("POST", PATHS, newPath("[{'name':" + name + "}]"), "steps[0].name"));
      rows.add(bad("PUT", PATH, "{'name':" + name + "}", "name"));
      rows.add(
          bad(
              "PUT",
              PATH,
              "{'steps':[{'id':'$step','location':" + name + "}]}",
              "steps[0].location"));
    });
    NO_QUANTITIES.forEach(
        units -> rows.add(bad("PUT", PATH, "{'goalQuantity':" + units + "}", "goalQuantity")));
    for (String mode : List.of("'loose'", "'STRICT'", "''", "0", "true", "[]")) {
      rows.add(bad("PATCH", MODE, "{'advancementMode':" + mode + "}", "advancementMode"));
      rows.add(bad("PUT", PATH, "{'advancementMode':" + mode + "}", "advancementMode"));
    }
    rows.add(bad("PATCH", MODE, "{}", "advancementMode"));
    rows.add(bad("PATCH", MODE, "{'advancementMode':null}", "advancementMode"));
    rows.add(bad("POST", PATHS, "{}", "jobId", "name", "goalQuantity", "steps"));
    rows.add(bad("POST", PATHS, newPath("[]"), "steps"));
    rows.add(bad("POST", PATHS, newPath("null"), "steps"));
    rows.add(bad("POST", PATHS, newPath("{}"), "steps"));
    rows.add(bad("POST", PATHS, newPath("[null]"), "steps[0]"));
    rows.add(bad("POST", PATHS, newPath("['Cut']"), "steps[0]"));
    rows.add(bad("POST", PATHS, newPath("[{'name':'a'},{}]"), "steps[1].name"));
    rows.add(bad("POST", PATHS, newPath("[{'name':'a','optional':'yes'}]"), "steps[0].optional"));
    rows.add(
        bad(
            "POST",
            PATHS,
            newPath("[{'name':'a','dependencyType':'soft'}]"),
            "steps[0].dependencyType"));
    rows.add(
        bad("POST", PATHS, newPath("[" + "{'name':'a'},".repeat(1000) + "{'name':'a'}]"), "steps"));
    rows.add(bad("PUT", PATH, "{'steps':[]}", "steps"));
    rows.add(bad("PUT", PATH, "{'steps':[{'id':''}]}", "steps[0].id"));
    rows.add(bad("PUT", PATH, "{'steps':[{'id':'" + "x".repeat(65) + "'}]}", "steps[0].id"));
    rows.add(refused("PUT", PATH, "{'steps':[{'id':'nonsense'}]}", 404, "step-not-found"));
    rows.add(
        refused(
            "PUT", PATH, "{'steps':[{'id':'step_none'}]}", 404, "step-not-found", "steps[0].id"));
    rows.add(
        refused(
            "PUT",
            PATH,
            "{'steps':[{'location':'a'}]}",
            400,
            "step-without-name",
            "steps[0].name"));
    rows.add(
        refused(
            "PUT",
            PATH,
            "{'steps':[{'id':'$step'},{'id':'$step'}]}",
            400,
            "step-named-twice",
            "steps[1].id"));
    rows.add(
        refused(
            "POST",
            PATHS,
            newPath("[{'name':'a'}]").replace("$job", "job_unknown"),
            404,
            "job-not-found"));
    rows.add(refused("PUT", "/api/paths/path_none", "{'name':''}", 404, "path-not-found"));
    rows.add(refused("DELETE", "/api/paths/path_none", "", 404, "path-not-found"));
    rows.add(refused("DELETE", "/api/paths/$job", "", 404, "path-not-found"));
    rows.add(
        refused(
            "PATCH",
            "/api/paths/path_none/advancement-mode",
            "{'advancementMode':'strict'}",
            404,
            "path-not-found"));
    return rows;
  }

  private static List<Bad> serials() {
    List<Bad> rows = new ArrayList<>();
    NO_QUANTITIES.forEach(units -> rows.add(bad("POST", SERIALS, order(units), "quantity")));
    rows.add(bad("POST", SERIALS, order("10001"), "quantity"));
    rows.add(bad("POST", SERIALS, order("null"), "quantity"));
    rows.add(bad("POST", SERIALS, "{}", "jobId", "pathId", "quantity"));
    rows.add(bad("POST", SERIALS, order("1").replace("'$path'", "7"), "pathId"));
    rows.add(bad("POST", SERIALS, order("1").replace("$job", "$otherJob"), "jobId"));
    rows.add(bad("POST", SERIALS, order("1,'userId':'a\\u0007'"), "userId"));
    rows.add(refused("POST", SERIALS, order("1").replace("$job", "job_no"), 404, "job-not-found"));
    rows.add(
        refused("POST", SERIALS, order("1").replace("$path", "path_no"), 404, "path-not-found"));
    rows.add(refused("POST", SERIALS, order("1,'certId':'cert_no'"), 404, "certificate-not-found"));
    rows.add(bad("POST", ADVANCE, "{'userId':7}", "userId"));
    rows.add(bad("POST", ADVANCE, "{'userId':' '}", "userId"));
    rows.add(bad("POST", ADVANCE, "{'userId':'" + "x".repeat(65) + "'}", "userId"));
    for (String number : List.of("SN-99999999", "SN-1", "nonsense", "$job", "SN-00001x")) {
      rows.add(refused("POST", "/api/serials/" + number + "/advance", "", 404, "serial-not-found"));
    }
    return rows;
  }

  private static List<Bad> steps() {
    List<Bad> rows = new ArrayList<>();
    for (String user : List.of("7", "true", "[]", "{}", "''", "' '", "'a\\u0007'", LONG_ID)) {
      rows.add(bad("PATCH", ASSIGN, "{'userId':" + user + "}", "userId"));
    }
    rows.add(bad("PATCH", ASSIGN, "{}", "userId"));
    for (String user : List.of("user_none", "Olga", "$job")) {
      rows.add(
          refused("PATCH", ASSIGN, "{'userId':'" + user + "'}", 400, "user-unknown", "userId"));
    }
    for (String optional : List.of("'true'", "''", "0", "1", "[]", "{}")) {
      rows.add(bad("PATCH", CONFIG, "{'optional':" + optional + "}", "optional"));
    }
    for (String type : List.of("'soft'", "'PHYSICAL'", "''", "0", "true", "[]")) {
      rows.add(bad("PATCH", CONFIG, "{'dependencyType':" + type + "}", "dependencyType"));
      rows.add(
          bad(
              "PATCH",
              CONFIG,
              "{'optional':true,'dependencyType':" + type + "}",
              "dependencyType"));
    }
    for (String nothing :
        List.of("{}", "{'optional':null}", "{'dependencyType':null}", "{'name':'x'}")) {
      rows.add(bad("PATCH", CONFIG, nothing, "optional", "dependencyType"));
    }
    for (String id : List.of("step_none", "nonsense", "$path", "$job")) {
      String at = "/api/steps/" + id;
      rows.add(refused("PATCH", at + "/assign", "{}", 404, "step-not-found"));
      rows.add(refused("PATCH", at + "/config", "{}", 404, "step-not-found"));
      rows.add(refused("PATCH", at + "/config", "{'optional':true}", 404, "step-not-found"));
    }
    return rows;
  }

  private static List<Bad> users() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(name -> {
      rows.add(bad("POST", USERS, "{'name':" + name + "}", "name"));
      rows.add(bad("POST", USERS, "{'name':'a','department':" + name + "}", "department"));
      rows.add(bad("PUT", USER, "{'name':" + name + "}", "name"));
      rows.add(bad("PUT", USER, "{'department':" + name + "}", "department"));
    });
    rows.add(bad("POST", USERS, "{}", "name"));
    rows.add(bad("POST", USERS, "{'name':null}", "name"));
    for (String active : List.of("'true'", "''", "0", "1", "[]", "{}")) {
      rows.add(bad("PUT", USER, "{'active':" + active + "}", "active"));
    }
    for (String id : List.of("user_none", "nonsense", "$job")) {
      rows.add(refused("PUT", USERS + "/" + id, "{'name':''}", 404, "user-not-found"));
    }
    return rows;
  }

  private static List<Bad> templates() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(name -> {
      rows.add(bad("POST", TEMPLATES, newTemplate(name, "[{'name':'a'}]"), "name"));
      rows.add(bad("POST", TEMPLATES, newTemplate("'a'", "[{'name':" + name + "}]"), STEP_NAME));
      rows.add(bad("PUT", TEMPLATE, "{'name':" + name + "}", "name"));
      rows.add(bad("PUT", TEMPLATE, "{'steps':[{'name':" + name + "}]}", STEP_NAME));
      rows.add(
          bad(
              "POST",
              APPLY,
              "{'jobId':'$job','goalQuantity':1,'pathName':" + name + "}",
              "pathName"));
    });
    NO_QUANTITIES.forEach(units ->
        rows.add(
            bad("POST", APPLY, "{'jobId':'$job','goalQuantity':" + units + "}", "goalQuantity")));
    rows.add(bad("POST", TEMPLATES, "{}", "name", "steps"));
    rows.add(bad("PUT", TEMPLATE, "{'steps':[]}", "steps"));
    rows.add(bad("PUT", TEMPLATE, "{'steps':[{}]}", STEP_NAME));
    for (String steps : List.of("[]", "null", "{}")) {
      rows.add(bad("POST", TEMPLATES, newTemplate("'a'", steps), "steps"));
    }
    rows.add(bad("POST", TEMPLATES, newTemplate("'a'", "[null]"), "steps[0]"));
    rows.add(
        bad(
            "POST",
            TEMPLATES,
            newTemplate("'a'", "[" + "{'name':'a'},".repeat(1000) + "{'name':'a'}]"),
            "steps"));
    rows.add(
        bad(
            "POST",
            TEMPLATES,
            newTemplate("'a'", "[{'name':'a','optional':'yes'}]"),
            "steps[0].optional"));
    rows.add(
        bad(
            "POST",
            TEMPLATES,
            newTemplate("'a'", "[{'name':'a','dependencyType':'soft'}]"),
            "steps[0].dependencyType"));
    rows.add(bad("POST", APPLY, "{}", "jobId", "goalQuantity"));
    rows.add(refused("POST", APPLY, "{'jobId':'job_none','goalQuantity':1}", 404, "job-not-found"));
    rows.add(refused("POST", APPLY, "{'jobId':'$path','goalQuantity':1}", 404, "job-not-found"));
    for (String id : List.of("tmpl_none", "nonsense", "$job")) {
      String at = TEMPLATES + "/" + id;
      rows.add(refused("PUT", at, "{'name':''}", 404, "template-not-found"));
      rows.add(refused("DELETE", at, "", 404, "template-not-found"));
      rows.add(refused("POST", at + "/apply", "{}", 404, "template-not-found"));
    }
    return rows;
  }

  private static String newTemplate(String name, String steps) {
    return "{'name':" + name + ",'steps':" + steps + "}";
  }

  private static String newCertificate(String rest) {
    return "{'type':'material','name':'3.1'" + rest + "}";
  }

  private static String newNote(String stepId, String serialIds, String text) {
    return "{'jobId':'$job','pathId':'$path','stepId':'%s','serialIds':%s,'text':%s}"
        .formatted(stepId, serialIds, text);
  }

  private static List<Bad> certificates() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(
        name -> rows.add(bad("POST", CERTS, "{'type':'process','name':" + name + "}", "name")));
    for (String type : List.of("'MATERIAL'", "'paper'", "''", "0", "true", "[]", "{}", "null")) {
      rows.add(bad("POST", CERTS, "{'type':" + type + ",'name':'3.1'}", "type"));
    }
    rows.add(bad("POST", CERTS, "{}", "type", "name"));
    for (String metadata : List.of("[]", "'x'", "''", "5", "true")) {
      rows.add(bad("POST", CERTS, newCertificate(",'metadata':" + metadata), "metadata"));
    }
    rows.add(bad("POST", CERTS, newCertificate(",'metadata':{'a':['\\u0000']}"), "metadata.a[0]"));
    rows.add(bad("POST", CERTS, newCertificate(",'metadata':{'a':[0,1e999]}"), "metadata.a[1]"));
    rows.add(
        bad(
            "POST",
            CERTS,
            newCertificate(",'metadata':{'a':'" + "x".repeat(10_000) + "'}"),
            "metadata"));
    rows.add(
        bad(
            "POST",
            CERTS,
            newCertificate(",'metadata':" + "{'a':".repeat(9) + "1" + "}".repeat(9)),
            "metadata"));
    rows.add(
        refused(
            "POST",
            CERTS,
            newCertificate(",'metadata':" + "{'a':".repeat(40) + "1" + "}".repeat(40)),
            400,
            "nested-too-deeply"));
    return rows;
  }

  private static List<Bad> notes() {
    List<Bad> rows = new ArrayList<>();
    String one = "['$serial']";
    for (String text :
        List.of(
            "''",
            "' \\n '",
            "'a\\u0007'",
            "'a\\u0000'",
            "5",
            "[]",
            "null",
            "'" + "x".repeat(2001) + "'")) {
      rows.add(bad("POST", NOTES, newNote("$step", one, text), "text"));
    }
    for (String serials : List.of("[]", "null", "'$serial'", "{}")) {
      rows.add(bad("POST", NOTES, newNote("$step", serials, "'a'"), "serialIds"));
    }
    rows.add(bad("POST", NOTES, newNote("$step", "[null]", "'a'"), "serialIds[0]"));
    rows.add(bad("POST", NOTES, newNote("$step", "['$serial',7]", "'a'"), "serialIds[1]"));
    rows.add(
        bad(
            "POST",
            NOTES,
            newNote("$step", "[" + "'SN-00001',".repeat(1000) + "'SN-00001']", "'a'"),
            "serialIds"));
    rows.add(bad("POST", NOTES, "{}", "jobId", "pathId", "stepId", "serialIds", "text"));
    rows.add(bad("POST", NOTES, newNote("$step", one, "'a','userId':' '"), "userId"));
    String good = newNote("$step", one, "'a'");
    rows.add(refused("POST", NOTES, good.replace("$job", "job_no"), 404, "job-not-found"));
    rows.add(refused("POST", NOTES, good.replace("$path", "path_no"), 404, "path-not-found"));
    rows.add(refused("POST", NOTES, good.replace("$step", "step_no"), 404, "step-not-found"));
    rows.add(refused("POST", NOTES, good.replace("$step", "nonsense"), 404, "step-not-found"));
    for (String number : List.of("SN-99999999", "nonsense", "$job")) {
      rows.add(
          refused(
              "POST",
              NOTES,
              newNote("$step", "['$serial','" + number + "']", "'a'"),
              404,
              "serial-not-found"));
    }
    rows.add(
        refused(
            "POST",
            NOTES,
            good.replace("$job", "$otherJob"),
            400,
            "path-of-another-job",
            "pathId"));
    rows.add(
        refused(
            "POST",
            NOTES,
            good.replace("$path", "$otherPath"),
            400,
            "path-of-another-job",
            "pathId"));
    rows.add(
        refused(
            "POST",
            NOTES,
            good.replace("$step", "$otherStep"),
            400,
            "step-of-another-path",
            "stepId"));
    rows.add(
        refused(
            "POST",
            NOTES,
            newNote("$step", "['$serial','$otherSerial']", "'a'"),
            400,
            "serial-of-another-path",
            "serialIds"));
    return rows;
  }

  private static List<Bad> notEvenJson() {
    List<Bad> rows = new ArrayList<>();
    List<String> addresses =
        List.of(
            "POST /api/jobs",
            "PUT " + JOB,
            "PATCH " + PRIORITIES,
            "POST " + PATHS,
            "PUT " + PATH,
            "PATCH " + MODE,
            "POST " + SERIALS,
            "PATCH " + ASSIGN,
            "PATCH " + CONFIG,
            "POST " + USERS,
            "PUT " + USER,
            "POST " + TEMPLATES,
            "PUT " + TEMPLATE,
            "POST " + APPLY,
            "POST " + ADVANCE);
    for (String address : addresses) {
      String method = address.split(" ", 2)[0];
      String at = address.split(" ", 2)[1];
      for (String body : List.of("{", "{'name':}", "nonsense", "{} {}", "{'a':1,}")) {
        rows.add(refused(method, at, body, 400, "malformed-json"));
      }
      for (String body : List.of("[]", "5", "'text'")) {
        rows.add(refused(method, at, body, 400, "invalid-request"));
      }
      rows.add(refused(method, at, "[".repeat(33) + "]".repeat(33), 400, "nested-too-deeply"));
      if (!at.equals(ADVANCE)) {
        rows.add(refused(method, at, "null", 400, "body-required"));
      }
    }
    rows.add(refused("POST", JOBS, "", 400, "body-required"));
    rows.add(refused("DELETE", JOBS, "", 405, "method-not-allowed"));
    rows.add(refused("POST", "/api/nothing", "{}", 404, "not-found"));
    return rows;
  }

  private static String filled(String text) {
    return text.replace("$otherJob", otherJob)
        .replace("$otherPath", otherPath)
        .replace("$otherStep", otherStep)
        .replace("$otherSerial", otherSerial)
        .replace("$job", job)
        .replace("$path", path)
        .replace("$step", step)
        .replace("$serial", serial)
        .replace("$user", user)
        .replace("$template", template);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void bad_input_gets_its_reason_and_leaves_no_trace(Bad bad) {
    long head = NODE.head();
    Request request = NODE.to(bad.method(), filled(bad.address()));

    Reply reply = (bad.body().isEmpty() ? request : request.json(filled(bad.body()))).send();

    reply.isProblem(bad.status(), bad.code());
    assertThat(reply.fields()).containsExactlyInAnyOrderElementsOf(bad.fields());
    assertThat(NODE.head()).isEqualTo(head);
  }

  @Test
  void a_body_over_a_mebibyte_is_too_large_and_one_under_it_is_not() {
    long head = NODE.head();
    byte[] large = "x".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
    NODE.to("POST", JOBS).bytes("application/json", large).send().isProblem(413, "body-too-large");
    assertThat(NODE.head()).isEqualTo(head);

    String padding = "x".repeat(1024 * 1024 - 100);
    NODE.to("POST", JOBS).json(newJob("'a'", ",'ignored':'" + padding + "'")).send().is(201);
  }

  @Test
  void what_is_not_json_is_not_looked_at() {
    long head = NODE.head();
    byte[] body = "{\"name\":\"a\",\"goalQuantity\":1}".getBytes(StandardCharsets.UTF_8);
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      NODE.to("POST", JOBS).bytes(type, body).send().isProblem(415, "unsupported-media-type");
    }
    assertThat(NODE.head()).isEqualTo(head);
  }

  @Test
  void names_of_every_script_are_kept_as_they_are() {
    for (String name :
        List.of(
            "Jürgen Ångström",
            "部品 – 切断",
            "قطع",
            "Ωμέγα",
            "𝒮𝓉𝑒𝓅 🛠️",
            "e\u0301",
            "👩‍🏭",
            "a\\\\b/c\\\"d",
            "';drop table event--",
            "𠜎".repeat(200))) {
      Reply reply =
          NODE.to("POST", JOBS)
              .bytes(
                  "application/json",
                  ("{\"name\":\"" + name + "\",\"goalQuantity\":1}")
                      .getBytes(StandardCharsets.UTF_8))
              .send()
              .is(201);
      assertThat(reply.text("name")).isEqualTo(name.replace("\\\\", "\\").replace("\\\"", "\""));
    }
  }

  @Test
  void a_path_may_have_a_thousand_steps() {
    Reply reply = FLOOR.longPath(1_000);

    assertThat(Floor.steps(reply)).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(reply.json().path("steps").valueStream().map(s -> s.path("order").asInt()))
        .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }
}
