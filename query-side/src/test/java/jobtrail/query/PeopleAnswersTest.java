package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.events.PersonalText;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import jobtrail.events.template.TemplateStep;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import jobtrail.ledger.SubjectKeys;
import jobtrail.query.Node.Answer;
import jobtrail.query.paths.Paths;
import jobtrail.query.platform.FreshViews;
import jobtrail.query.users.Users;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Who works in the shop, who sees to which step, and which templates there are. Whoever says all
 * that is in a list has a shop of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleAnswersTest {

  private final Node node = new Node(FreshViews.database());

  @AfterAll
  void stop() {
    node.close();
  }

  private static List<String> ids(Answer answer) {
    return answer.json().valueStream().map(item -> item.path("id").stringValue()).toList();
  }

  @Nested
  class The_users {

    @Test
    void are_listed_by_name_and_only_while_they_are_active() {
      try (Node shop = new Node(FreshViews.database())) {
        shop.append(
            Shop.userCreated("1", "Otto", null),
            Shop.userCreated("2", "anna", "Paint"),
            Shop.userCreated("3", "Anna", null),
            Shop.userCreated("4", "Ben", null),
            new UserDeactivated(Shop.user("4")));

        assertThat(ids(shop.getNow("/api/users"))).containsExactly("user_2", "user_3", "user_1");
        assertThat(ids(shop.get("/api/users?all=true")))
            .containsExactly("user_2", "user_3", "user_4", "user_1");
        String link = shop.get("/api/users?limit=2").header("Link");
        assertThat(ids(shop.get(link.substring(1, link.indexOf('>'))))).containsExactly("user_1");
        Answer wrong = shop.get("/api/users?cursor=999");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(shop.get("/api/users?all=perhaps").status()).isEqualTo(400);
      }
    }

    @Test
    void are_answered_with_all_their_fields() {
      node.append(Shop.userCreated("1", "Olga", "Paint"), Shop.userCreated("2", "Otto", null));
      node.append(
          new UserDeactivated(Shop.user("1")),
          new UserRenamed(Shop.user("1"), PersonalText.of("user_1", "Olga N.")));

      Answer answer = node.getNow("/api/users/user_1");

      assertThat(answer.header("ETag")).isEqualTo("\"2\"");
      assertThat(answer.json().asObject().without("createdAt").toString())
          .isEqualTo(
              "{\"id\":\"user_1\",\"name\":\"Olga N.\",\"department\":\"Paint\",\"active\":false}");
      assertThat(node.get("/api/users/user_2").json().propertyNames())
          .containsExactly("id", "name", "active", "createdAt");
      assertThat(node.bean(Users.class).names(List.of("user_1", "user_2", "user_3")))
          .containsOnlyKeys("user_1", "user_2")
          .containsEntry("user_1", "Olga N.");
      Answer unknown = node.get("/api/users/nobody");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.json().path("code").stringValue()).isEqualTo("user-not-found");
    }

    @Test
    void read_as_erased_the_moment_their_name_is() {
      node.append(Shop.userCreated("gerda", "Gerda", null));
      assertThat(node.getNow("/api/users").body()).contains("Gerda");

      node.bean(SubjectKeys.class).erase("user_gerda");

      assertThat(node.get("/api/users").body()).doesNotContain("Gerda").contains("[erased]");
    }
  }

  @Nested
  class A_step {

    @Test
    void says_who_sees_to_it_wherever_it_is_answered() {
      PathCreated path = Shop.pathCreated("p", "j", 1, "cut", "fold");
      node.append(Shop.jobCreated("j", 1), path, Shop.assigned(path, 1, Shop.user("olga")));

      JsonNode fold = node.getNow("/api/paths/path_p").json().path("steps").get(1);
      assertThat(fold.toString())
          .isEqualTo(
              "{\"id\":\"step_p-fold\",\"name\":\"fold\",\"order\":1,\"assignedTo\":\"user_olga\","
                  + "\"optional\":false,\"dependencyType\":\"preferred\"}");
      JsonNode job = node.getNow("/api/jobs/job_j").json();
      assertThat(job.path("paths").get(0).path("steps").get(1)).isEqualTo(fold);
      assertThat(node.get("/api/paths/path_p").header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void keeps_its_assignment_while_other_things_change_and_until_nobody_is_to_see_to_it() {
      PathCreated path = Shop.pathCreated("k", "k", 1, "cut", "fold");
      node.append(Shop.jobCreated("k", 1), path, Shop.assigned(path, 1, Shop.user("olga")));
      node.append(
          new PathStepsChanged(path.pathId(), path.jobId(), path.steps().subList(0, 1)),
          new PathStepsChanged(path.pathId(), path.jobId(), path.steps().reversed()));

      JsonNode steps = node.getNow("/api/paths/path_k").json().path("steps");
      assertThat(steps.get(0).path("assignedTo").stringValue()).isEqualTo("user_olga");
      assertThat(node.bean(Paths.class).byId("path_k").orElseThrow().assigneeOf("step_k-fold"))
          .isEqualTo("user_olga");

      node.append(Shop.assigned(path, 1, null));
      assertThat(node.getNow("/api/paths/path_k").body()).doesNotContain("assignedTo");
    }
  }

  @Nested
  class Templates {

    @Test
    void are_listed_newest_first_without_those_deleted() {
      try (Node shop = new Node(FreshViews.database())) {
        shop.append(
            Shop.templateCreated("a", "cut"),
            Shop.templateCreated("b", "cut"),
            Shop.templateCreated("c", "cut"),
            new TemplateDeleted(Shop.template("b")));

        assertThat(ids(shop.getNow("/api/templates"))).containsExactly("tmpl_c", "tmpl_a");
        String link = shop.get("/api/templates?limit=1").header("Link");
        assertThat(ids(shop.get(link.substring(1, link.indexOf('>'))))).containsExactly("tmpl_a");
        Answer deleted = shop.get("/api/templates/tmpl_b");
        assertThat(deleted.status()).isEqualTo(404);
        assertThat(deleted.json().path("code").stringValue()).isEqualTo("template-not-found");
      }
    }

    @Test
    void are_answered_with_all_their_fields() {
      node.append(
          new TemplateCreated(
              Shop.template("a"),
              "Housing",
              List.of(
                  new TemplateStep("Cut", "Hall 1", true, DependencyType.COMPLETION_GATE),
                  new TemplateStep("Fold", null, false, DependencyType.PHYSICAL))),
          new TemplateRenamed(Shop.template("a"), "Case"));

      Answer answer = node.getNow("/api/templates/tmpl_a");

      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
      assertThat(answer.json().asObject().without(List.of("createdAt", "updatedAt")).toString())
          .isEqualTo(
              "{\"id\":\"tmpl_a\",\"name\":\"Case\",\"steps\":["
                  + "{\"name\":\"Cut\",\"order\":0,\"location\":\"Hall 1\",\"optional\":true,"
                  + "\"dependencyType\":\"completion_gate\"},"
                  + "{\"name\":\"Fold\",\"order\":1,\"optional\":false,"
                  + "\"dependencyType\":\"physical\"}]}");
      assertThat(answer.json().propertyNames()).contains("createdAt", "updatedAt");
    }
  }
}
