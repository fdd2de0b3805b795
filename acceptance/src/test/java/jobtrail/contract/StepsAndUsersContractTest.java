package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class StepsAndUsersContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void a_user_is_taken_in_and_changed_in_what_is_given() {
    Http.Reply created = SHOP.post("/api/users", "{name: ' Olga ', department: 'Cutting'}");
    Told.is(
        201,
        "{id: '<user>', name: 'Olga', department: 'Cutting', active: true, createdAt: '<time>'}",
        created);
    String user = "/api/users/" + created.text("/id");
    assertThat(created.header("Location")).isEqualTo(user);
    Told.is(
        200,
        "{id: '%s', name: 'Olga B', department: 'Cutting', active: true, createdAt: '<time>'}"
            .formatted(created.text("/id")),
        SHOP.put(user, "{name: 'Olga B'}"));
    Told.is(
        200,
        "{id: '%s', name: 'Olga B', department: 'Cutting', active: false, createdAt: '<time>'}"
            .formatted(created.text("/id")),
        SHOP.put(user, "{active: false}"));
    assertThat(SHOP.get("/api/users").body()).doesNotContain(created.text("/id"));
    Told.is(
        201,
        "{id: '<user>', name: 'Olga B', active: true, createdAt: '<time>'}",
        SHOP.post("/api/users", "{name: 'Olga B'}"));
  }

  @Test
  void active_users_are_listed_by_name() {
    String zoe = user("Zoe");
    String bea = user("Bea");
    List<String> ids =
        SHOP.get("/api/users").json().valueStream().map(one -> one.get("id").asString()).toList();
    assertThat(ids).containsSubsequence(bea, zoe);
  }

  @Test
  void a_user_needs_a_name_and_has_to_be_there() {
    Told.invalid("name", "is required", SHOP.post("/api/users", "{department: 'Cutting'}"));
    Told.invalid("name", "cannot be empty", SHOP.post("/api/users", "{name: ' '}"));
    Told.refused(
        404,
        "user-not-found",
        "User not found: user_none",
        SHOP.put("/api/users/user_none", "{name: ''}"));
  }

  @Test
  void a_step_is_assigned_to_an_active_user_or_to_nobody() {
    String user = user("Ann");
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String step = path.text("/steps/0/id");
    String assigned =
        "{id: '%s', name: 'Cut', order: 0, %soptional: false, dependencyType: 'preferred'}";
    String hers = assigned.formatted(step, "assignedTo: '" + user + "', ");
    Told.is(200, hers, assign(step, "'" + user + "'"));
    String serial = SHOP.serial(path);
    assertThat(SHOP.get("/api/paths/" + path.text("/id")).text("/steps/0/assignedTo"))
        .isEqualTo(user);
    assertThat(SHOP.get("/api/serials?pathId=" + path.text("/id")).text("/0/assignedTo"))
        .isEqualTo(user);
    SHOP.post("/api/serials/" + serial + "/advance", "{userId: 'somebody'}").expect(200);
    Told.is(200, assigned.formatted(step, ""), assign(step, "null"));
    Told.faulty(
        400,
        "user-unknown",
        "userId",
        "User not found: user_none",
        "User not found: user_none",
        assign(step, "'user_none'"));
    SHOP.put("/api/users/" + user, "{active: false}").expect(200);
    String inactive = "User is not active: " + user;
    Told.faulty(400, "user-inactive", "userId", inactive, inactive, assign(step, "'" + user + "'"));
    Told.refused(
        404, "step-not-found", "ProcessStep not found: step_none", assign("step_none", "null"));
  }

  @Test
  void a_step_is_configured_in_what_is_given() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "{name: 'Cut', location: 'Hall 1'}");
    String step = path.text("/steps/0/id");
    String config = "/api/steps/" + step + "/config";
    String answer =
        "{id: '%s', name: 'Cut', order: 0, location: 'Hall 1', optional: %s, dependencyType: '%s'}";
    Told.is(200, answer.formatted(step, true, "preferred"), SHOP.patch(config, "{optional: true}"));
    Told.is(
        200,
        answer.formatted(step, true, "physical"),
        SHOP.patch(config, "{dependencyType: 'physical'}"));
    Told.invalid("optional", "must be true or false", SHOP.patch(config, "{optional: 'yes'}"));
    Told.invalid(
        "dependencyType",
        "must be one of: physical, preferred, completion_gate",
        SHOP.patch(config, "{optional: false, dependencyType: 'hard'}"));
    Http.Reply now = SHOP.get("/api/paths/" + path.text("/id"));
    assertThat(now.text("/steps/0/optional")).isEqualTo("true");
    assertThat(now.header("ETag")).isNotEqualTo(path.header("ETag"));
    assertThat(SHOP.patch(config, "{}").expect(400).json().get("errors")).hasSize(2);
    Told.refused(
        404,
        "step-not-found",
        "ProcessStep not found: step_none",
        SHOP.patch("/api/steps/step_none/config", "{optional: true}"));
  }

  private static String user(String name) {
    return SHOP.post("/api/users", "{name: '%s'}".formatted(name)).expect(201).text("/id");
  }

  private static Http.Reply assign(String step, String user) {
    return SHOP.patch("/api/steps/" + step + "/assign", "{userId: %s}".formatted(user));
  }
}
