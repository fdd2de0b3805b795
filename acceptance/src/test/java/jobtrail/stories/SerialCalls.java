package jobtrail.stories;

import org.jspecify.annotations.Nullable;

/** Calls everything that can be asked of serials, certificates, notes and queues once or twice. */
final class SerialCalls {

  private static final String ONE = "/api/serials/{serialId}";

  private final Hold hold;
  private final Http http;

  /** Calls an address, and holds the answer against the description of its template. */
  @FunctionalInterface
  interface Hold {
    Http.Reply call(String method, String template, String path, @Nullable String body, int status);
  }

  SerialCalls(Hold hold, Http http) {
    this.hold = hold;
    this.http = http;
  }

  void everything(String job) {
    Http.Reply path =
        http.send(
                "POST",
                "/api/paths",
                """
                {"jobId":"%s","name":"Life","goalQuantity":9,"advancementMode":"per_step","steps":[{"name":"Saw"},
                 {"name":"Drill"},{"name":"Deburr"},{"name":"Check","dependencyType":"completion_gate"},{"name":"Box"}]}
                """
                    .formatted(job))
            .expect(201);
    String order =
        "{\"jobId\":\"%s\",\"pathId\":\"%s\",\"quantity\":9}".formatted(job, path.text("/id"));
    Http.Reply serials = http.send("POST", "/api/serials", order).expect(201);
    oneLife(serials.text("/0/id"), path);
    endings(serials.text("/1/id"), serials.text("/2/id"));
    batches(serials);
    certificatesAndNotes(serials.text("/7/id"), job, path);
    questions(serials.text("/0/id"), path.text("/steps/0/id"));
  }

  private void oneLife(String serial, Http.Reply path) {
    String drill = path.text("/steps/1/id");
    post(serial, "advance-to", "{\"targetStepIndex\":4,\"userId\":\"ann\"}", 200);
    post(serial, "advance-to", "{\"targetStepIndex\":9}", 400);
    post(serial, "advance", "{}", 409);
    step(serial, "complete-deferred", drill, null, 200);
    step(serial, "complete-deferred", drill, null, 400);
    String waiver = "{\"reason\":\"ok\",\"approverId\":\"boss\"}";
    step(serial, "waive-step", path.text("/steps/2/id"), waiver, 200);
    post(serial, "rework", "{\"targetStepIndex\":1,\"reason\":\"burr\",\"userId\":\"ann\"}", 200);
    post(serial, "undo", "{\"userId\":\"ann\"}", 200);
    post(serial, "undo", "{\"userId\":\"ann\"}", 409);
    post(serial, "hold", "{\"reason\":\"wait\"}", 200);
    post(serial, "release", "{\"reason\":\"go\"}", 200);
    String box = path.text("/steps/4/id");
    post(serial, "overrides", "{\"stepId\":\"%s\",\"reason\":\"proto\"}".formatted(box), 200);
    String overrides = "/api/serials/" + serial + "/overrides/";
    hold.call("DELETE", ONE + "/overrides/{stepId}", overrides + box, null, 200);
    hold.call("DELETE", ONE + "/overrides/{stepId}", overrides + box, null, 400);
  }

  private void endings(String scrapped, String forced) {
    post(scrapped, "scrap", "{\"reason\":\"damaged\",\"userId\":\"ann\"}", 200);
    post(scrapped, "scrap", "{\"reason\":\"damaged\"}", 400);
    post(forced, "force-complete", "{\"reason\":\"shipped\",\"userId\":\"ann\"}", 200);
  }

  private void batches(Http.Reply serials) {
    String two =
        "{\"serialIds\":[\"%s\",\"%s\"]".formatted(serials.text("/3/id"), serials.text("/4/id"));
    batch("advance", "", two + "}", 200);
    batch("advance-to", "", two + ",\"targetStepIndex\":2}", 200);
    batch("hold", "", two + ",\"reason\":\"wait\"}", 200);
    batch("advance", "?atomic=true", two + "}", 409);
    batch("scrap", "", two + ",\"reason\":\"damaged\"}", 200);
  }

  private void certificatesAndNotes(String serial, String job, Http.Reply path) {
    String body = "{\"type\":\"material\",\"name\":\"Melt 4711\",\"metadata\":{\"heat\":\"4711\"}}";
    Http.Reply made = hold.call("POST", "/api/certs", "/api/certs", body, 201);
    String certificate = made.text("/id");
    post(serial, "attach-cert", "{\"certId\":\"%s\"}".formatted(certificate), 200);
    String many = "{\"certId\":\"%s\",\"serialIds\":[\"%s\"]}".formatted(certificate, serial);
    String batch = "/api/certs/batch-attach";
    Http.Reply attached = hold.call("POST", batch, batch, many, 200);
    String step = path.text("/steps/0/id");
    String note =
        "{\"jobId\":\"%s\",\"pathId\":\"%s\",\"stepId\":\"%s\",\"serialIds\":[\"%s\"],\"text\":\"Burr\"}"
            .formatted(job, path.text("/id"), step, serial);
    Http.Reply noted = hold.call("POST", "/api/notes", "/api/notes", note, 201);
    hold.call("POST", "/api/notes", "/api/notes", "{}", 400);
    http.get("/api/certs/" + certificate, attached.position()).expect(200);
    http.get("/api/notes/serial/" + serial, noted.position()).expect(200);
    get("/api/certs", "/api/certs");
    get("/api/certs/{certId}", "/api/certs/" + certificate);
    get("/api/certs/{certId}/attachments", "/api/certs/" + certificate + "/attachments");
    get(ONE + "/cert-attachments", "/api/serials/" + serial + "/cert-attachments");
    get("/api/notes/{noteId}", "/api/notes/" + noted.text("/id"));
    get("/api/notes/serial/{serialId}", "/api/notes/serial/" + serial);
    get("/api/notes/step/{stepId}", "/api/notes/step/" + step);
  }

  private void questions(String serial, String step) {
    for (String question : new String[] {"actions", "can-complete", "step-statuses", "overrides"}) {
      get(ONE + "/" + question, "/api/serials/" + serial + "/" + question);
    }
    get("/api/operator/queue/_all", "/api/operator/queue/_all");
    get("/api/operator/queue/{userId}", "/api/operator/queue/user_ann");
    get("/api/operator/step/{stepId}", "/api/operator/step/" + step);
    get("/api/operator/{stepName}", "/api/operator/Saw");
    for (String by : new String[] {"operator", "location", "step"}) {
      get("/api/operator/work-queue", "/api/operator/work-queue?groupBy=" + by);
    }
  }

  private void get(String template, String path) {
    hold.call("GET", template, path, null, 200);
  }

  private void post(String serial, String action, String body, int status) {
    hold.call("POST", ONE + "/" + action, "/api/serials/" + serial + "/" + action, body, status);
  }

  private void step(String serial, String action, String step, @Nullable String body, int status) {
    String address = "/api/serials/" + serial + "/" + action + "/" + step;
    hold.call("POST", ONE + "/" + action + "/{stepId}", address, body, status);
  }

  private void batch(String action, String query, String body, int status) {
    String address = "/api/serials/" + action;
    hold.call("POST", address, address + query, body, status);
  }
}
