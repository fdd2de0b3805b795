package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class NotesContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  private String job = "";
  private String path = "";
  private String step = "";
  private String serial = "";

  @BeforeEach
  void somethingToNote() {
    Http.Reply laidOut = SHOP.path(SHOP.job(), "strict", "Cut");
    job = laidOut.text("/jobId");
    path = laidOut.text("/id");
    step = laidOut.text("/steps/0/id");
    serial = SHOP.serial(laidOut);
  }

  @Test
  void a_note_is_read_at_its_step_and_with_its_serials_oldest_first() {
    Http.Reply written = note(job, path, step, "'" + serial + "'", " scratched ");
    String note =
        """
        {id: '<note>', jobId: '%s', pathId: '%s', stepId: '%s', serialIds: ['%s'],
         text: 'scratched', createdBy: 'olga', createdAt: '<time>', pushedToJira: false}
        """
            .formatted(job, path, step, serial);
    Told.is(201, note, written);
    String second = note(job, path, step, "'" + serial + "'", "again").expect(201).text("/id");
    for (String address : new String[] {"/api/notes/serial/" + serial, "/api/notes/step/" + step}) {
      Http.Reply notes = SHOP.get(address);
      assertThat(notes.json()).hasSize(2);
      assertThat(notes.json().get(0)).isEqualTo(written.json());
      assertThat(notes.text("/1/id")).isEqualTo(second);
    }
    Told.is(200, note, SHOP.get("/api/notes/" + written.text("/id")));
  }

  @Test
  void a_note_needs_words_and_serials_that_are_there_and_belong_together() {
    String its = "'" + serial + "'";
    Told.invalid("text", "cannot be empty", note(job, path, step, its, "  "));
    Told.invalid("serialIds", "must have 1 to 1000 items", note(job, path, step, "", "x"));
    Told.invalid("text", "is required", SHOP.post("/api/notes", body("")));
    Told.refused(
        404, "job-not-found", "Job not found: job_none", note("job_none", path, step, its, "x"));
    Told.refused(
        404, "path-not-found", "Path not found: path_none", note(job, "path_none", step, its, "x"));
    Told.refused(
        404,
        "step-not-found",
        "ProcessStep not found: step_none",
        note(job, path, "step_none", its, "x"));
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        note(job, path, step, "'SN-77777'", "x"));
    String other = SHOP.job();
    String fault = "Path %s is not of job %s".formatted(path, other);
    Told.faulty(
        400, "path-of-another-job", "pathId", fault, fault, note(other, path, step, its, "x"));
    Told.is(200, "[]", SHOP.get("/api/notes/step/" + step));
  }

  @Test
  void nobody_noted_anything_of_what_is_not_there() {
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        SHOP.get("/api/notes/serial/SN-77777"));
    Told.refused(
        404,
        "step-not-found",
        "ProcessStep not found: step_none",
        SHOP.get("/api/notes/step/step_none"));
  }

  private Http.Reply note(String jobId, String pathId, String stepId, String serials, String text) {
    return SHOP.post(
        "/api/notes",
        "{jobId: '%s', pathId: '%s', stepId: '%s', serialIds: [%s], text: '%s', userId: 'olga'}"
            .formatted(jobId, pathId, stepId, serials, text));
  }

  private String body(String more) {
    return "{jobId: '%s', pathId: '%s', stepId: '%s', serialIds: ['%s'], userId: 'olga'%s}"
        .formatted(job, path, step, serial, more);
  }
}
