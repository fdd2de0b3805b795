package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends and fetches files of a job item in all the ways that are described. */
final class FileCalls {

  private static final String ARTWORK = "/api/items/{itemId}/artwork";
  private static final String PROOF = "/api/items/{itemId}/proof";

  private final Description description;
  private final Http http;
  private final List<String> asked = new ArrayList<>();

  FileCalls(Description description, Http http) {
    this.description = description;
    this.http = http;
  }

  /** Answers the operations that were asked for, each with success and without. */
  List<String> everything(String job) {
    String one = "{\"name\":\"Cards\",\"quantity\":500}";
    String item =
        "/api/items/"
            + http.send("POST", "/api/jobs/" + job + "/items", one).expect(201).text("/id");
    String form =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--cut--\r\n";
    upload(PROOF, item + "/proof", form, 409);
    upload(ARTWORK, item + "/artwork", form, 201);
    upload(ARTWORK, item + "/artwork", "--cut--\r\n", 400);
    Http.Reply proof = upload(PROOF, item + "/proof", form, 201);
    upload(PROOF, "/api/items/item_none/proof", form, 404);

    download(ARTWORK, item + "/artwork", 200);
    download(ARTWORK, "/api/items/item_none/artwork", 404);
    download(ARTWORK + "/{version}", item + "/artwork/1", 200);
    download(ARTWORK + "/{version}", item + "/artwork/2", 404);
    download(ARTWORK + "/{version}/{number}", item + "/artwork/1/1", 200);
    download(ARTWORK + "/{version}/{number}", item + "/artwork/1/2", 404);
    download(PROOF + "/{proofReference}", proof.text("/file/href"), 200);
    download(PROOF + "/{proofReference}", item + "/proof/proof_none", 404);
    return asked;
  }

  private Http.Reply upload(String template, String path, String form, int status) {
    Http.Reply reply =
        http.send("POST", path, form, "Content-Type", "multipart/form-data; boundary=cut");
    return held("POST", template, reply, status);
  }

  private void download(String template, String path, int status) {
    Http.Reply reply = http.send("GET", path, (@Nullable String) null);
    if (status == 200) {
      asked.add("GET " + template);
      assertThat(reply.expect(200).body()).isEqualTo("%PDF-1.7");
    } else {
      held("GET", template, reply, status);
    }
  }

  private Http.Reply held(String method, String template, Http.Reply reply, int status) {
    asked.add(method + " " + template);
    assertThat(description.differences(method, template, reply.expect(status)))
        .as(method + " " + template + " " + reply.body())
        .isEmpty();
    return reply;
  }
}
