package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(OpenShop.ALONE)
class ErrorsContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void what_is_no_json_is_malformed_and_no_body_is_asked_for() {
    Told.refused(
        400,
        "malformed-json",
        "The body is not well-formed JSON (line 1, column 10)",
        SHOP.sendAsItStands("POST", "/api/jobs", "{\"name\": "));
    Told.refused(
        400, "body-required", "A JSON body is required", SHOP.write("POST", "/api/jobs", null));
  }

  @Test
  void null_is_as_good_as_nothing() {
    Told.invalid("name", "is required", SHOP.post("/api/jobs", "{name: null, goalQuantity: 1}"));
    Http.Reply created =
        SHOP.post("/api/jobs", "{name: 'A', goalQuantity: 1, jiraTicketKey: null}").expect(201);
    assertThat(created.json().has("jiraTicketKey")).isFalse();
  }

  /** Once one of them is there, its own contract takes its place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/bom",
        "/api/library/processes",
        "/api/library/locations",
        "/api/settings",
        "/api/jira/tickets",
        "/api/audit",
        "/api/nothing"
      })
  void what_is_not_there_yet_is_not_found(String address) {
    Told.refused(404, "not-found", "There is nothing at this address", SHOP.get(address));
  }
}
