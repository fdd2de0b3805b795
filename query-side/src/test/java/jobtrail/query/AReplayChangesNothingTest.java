package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.job.JobEvent.JobTagsChanged;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import jobtrail.events.template.TemplateEvent.TemplateStepsChanged;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserDepartmentChanged;
import jobtrail.events.user.UserEvent.UserReactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.RandomShop;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.Test;

/** A life of some jobs, told once live, in small bites, and then again from the ledger. */
class AReplayChangesNothingTest {

  private static final List<String> QUESTIONS =
      List.of(
          "/api/jobs",
          "/api/jobs?sort=priority",
          "/api/jobs?q=ac+r-1&status=completed&step=SHIP&tag=rush",
          "/api/jobs/progress",
          "/api/jobs/job_one/tags",
          "/api/jobs/job_one",
          "/api/jobs/job_two",
          "/api/paths/path_one",
          "/api/paths/path_two",
          "/api/serials",
          "/api/serials?status=completed",
          "/api/serials/SN-00003",
          "/api/operator/queue/_all",
          "/api/operator/queue/user_ada",
          "/api/operator/work-queue",
          "/api/operator/step/step_one-cut",
          "/api/operator/pack",
          "/api/users?all=true",
          "/api/users/user_olga",
          "/api/templates",
          "/api/templates/tmpl_housing",
          "/api/jobs/job_any",
          "/api/paths/path_any",
          "/api/serials?status=scrapped",
          "/api/serials/SN-00501",
          "/api/serials/SN-00502/step-statuses",
          "/api/serials/SN-00503/step-statuses",
          "/api/serials/SN-00501/overrides",
          "/api/serials/SN-00502/overrides",
          "/api/serials/SN-00003/cert-attachments",
          "/api/certs",
          "/api/certs/cert_one",
          "/api/certs/cert_one/attachments",
          "/api/notes/note_one",
          "/api/notes/serial/SN-00003",
          "/api/notes/step/step_one-cut",
          "/api/items",
          "/api/items?state=proof_sent,complete&company=acme&q=item",
          "/api/items/item_one",
          "/api/items/item_two",
          "/api/jobs/job_one/items",
          "/api/jobs?itemState=proof_sent",
          "/api/jobs?active=false",
          "/api/item-board",
          "/api/item-board?company=acme",
          "/api/item-board?state=archived&limit=1");

  /** How long an item is in its state is told up to the moment of the answer. */
  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

  @Test
  void whether_views_are_rebuilt_or_dropped_altogether() {
    DatabaseAddress address = FreshViews.database();
    List<String> answers;
    List<String> rows;
    long end;
    try (Node node = Node.at(NOW, address)) {
      live(node);
      end = node.written();
      answers = answers(node, end);
      rows = Database.views(address);
      assertThat(rows)
          .hasSizeGreaterThan(24)
          .anyMatch(row -> row.startsWith("item_count"))
          .anyMatch(row -> row.startsWith("job_items"));
      assertThat(rows).anyMatch(row -> row.startsWith("serial_override"));

      for (String view : Database.viewNames(address)) {
        assertThat(node.post("/actuator/rebuild/" + view).status()).isEqualTo(200);
      }
      assertThat(answers(node, end)).isEqualTo(answers);
      assertThat(Database.views(address)).isEqualTo(rows);
      assertThat(node.post("/actuator/rebuild/nothing").status()).isEqualTo(404);
    }
    Database.execute(address, "drop schema views cascade");
    try (Node again = Node.at(NOW, address)) {
      assertThat(answers(again, end)).isEqualTo(answers);
      assertThat(Database.views(address)).isEqualTo(rows);
    }
  }

  private static void live(Node node) {
    PathCreated one = Shop.pathCreated("one", "one", 4, "cut", "fold", "pack");
    PathCreated two = Shop.pathCreated("two", "two", 2, "print");
    PathCreated gone = Shop.pathCreated("gone", "two", 2, "print");
    node.append(
        new JobCreated(
            Shop.job("one"), "One", 4, "R-1", "ACME", Shop.contact("one", "Ada", "a@x"), null));
    node.append(Shop.jobCreated("two", 2));
    node.append(one);
    node.append(two, gone);
    node.append(Shop.serialsCreated(one, 1, 6));
    node.append(Shop.serialsCreated(two, 7, 3));
    node.append(new PathDeleted(gone.pathId(), gone.jobId()));
    Shop.completed(one, 1).forEach(node::append);
    node.append(Shop.moved(one, 3, 0), Shop.moved(one, 3, 1));
    node.append(
        new PathStepsChanged(
            one.pathId(),
            one.jobId(),
            Stream.concat(one.steps().stream().skip(1), Stream.of(Shop.step("one", "ship")))
                .toList()));
    node.append(new PathModeChanged(two.pathId(), two.jobId(), AdvancementMode.FLEXIBLE));
    node.append(new JobTagsChanged(Shop.job("one"), List.of("Rush", "export")));
    node.append(new PrioritiesSet(List.of(Shop.job("two"), Shop.job("one"))));
    node.append(new PrioritiesSet(List.of(Shop.job("two"))));
    node.append(Shop.jobCreated("three", 3));
    node.append(new JobGoalChanged(Shop.job("two"), 9));
    people(node, one);
    node.append(Shop.assigned(one, 2, Shop.user("ada")));
    node.append(Shop.attached(one, 3, "one", 1), Shop.certificate("one", Map.of("heat", 1.5)));
    node.append(Shop.attached(one, 3, "one", 2));
    node.append(Shop.note("one", one, "Burr", 3, 2));
    node.append(Shop.completed(two, 8));
    templates(node);
    prepress(node);
    node.append(Shop.jobCreated("any", 5));
    RandomShop any = new RandomShop("any", 1, 501);
    for (int bite = 0; bite < 100; bite++) {
      node.append(any.news());
      for (int i = 0; i < 5 || any.quiet(); i++) {
        any.happen();
      }
    }
  }

  private static void people(Node node, PathCreated one) {
    node.append(Shop.userCreated("olga", "Olga", "Paint"), Shop.userCreated("otto", "Otto", null));
    node.append(Shop.assigned(one, 1, Shop.user("olga")), Shop.assigned(one, 2, Shop.user("otto")));
    node.append(Shop.assigned(one, 2, null));
    node.append(
        new UserRenamed(Shop.user("olga"), PersonalText.of("user_olga", "Olga N.")),
        new UserDepartmentChanged(Shop.user("otto"), "Office"));
    node.append(new UserDeactivated(Shop.user("olga")), new UserDeactivated(Shop.user("otto")));
    node.append(new UserReactivated(Shop.user("olga")));
  }

  private static void prepress(Node node) {
    node.append(ItemFacts.come("one", "one", 1, ItemState.ARCHIVED));
    for (ItemEvent event : ItemFacts.come("two", "one", 2, ItemState.PROOF_CHANGES_REQUESTED)) {
      node.append(event);
      assertThat(node.getNow("/api/items/item_two").status()).isEqualTo(200);
    }
    node.append(
        ItemFacts.moved("two", "one", ItemState.PROOF_CHANGES_REQUESTED, ItemState.PROOF_SENT));
    node.append(ItemFacts.come("three", "two", 3, ItemState.CANCELLED));
    node.append(ItemFacts.moved("one", "one", ItemState.ARCHIVED, ItemState.COMPLETE));
    node.append(ItemFacts.moved("one", "one", ItemState.COMPLETE, ItemState.ARCHIVED));
  }

  private static void templates(Node node) {
    node.append(Shop.templateCreated("housing", "cut"), Shop.templateCreated("gone", "cut"));
    node.append(Shop.templateCreated("case", "print"), new TemplateDeleted(Shop.template("gone")));
    node.append(
        new TemplateRenamed(Shop.template("housing"), "Housing, long"),
        new TemplateStepsChanged(Shop.template("housing"), Shop.templateSteps("cut", "fold")));
  }

  private static List<String> answers(Node node, long position) {
    return QUESTIONS.stream()
        .map(question -> {
          Node.Answer answer = node.get(question, "Ledger-Position", Long.toString(position));
          assertThat(answer.status()).as(question).isEqualTo(200);
          return answer.header("ETag") + answer.body();
        })
        .toList();
  }
}
