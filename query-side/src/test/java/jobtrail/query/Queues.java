package jobtrail.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Paths as the tests of the operators' queues lay them out, and what these say of them. */
final class Queues {

  private Queues() {}

  static Step at(String name, @Nullable String location) {
    return new Step(
        new StepId("step_" + name.hashCode()), name, location, false, DependencyType.PREFERRED);
  }

  /** Steps get ids by path and name; a name that is there already gets a number. */
  static PathCreated laidOut(Node node, String name, int goal, Step... steps) {
    List<Step> laidOut = new ArrayList<>();
    List<String> names = Arrays.stream(steps).map(Step::name).toList();
    for (int i = 0; i < steps.length; i++) {
      boolean twice = names.indexOf(steps[i].name()) != names.lastIndexOf(steps[i].name());
      String id = steps[i].name().replaceAll("[^A-Za-z]", "") + (twice ? Integer.toString(i) : "");
      laidOut.add(
          new Step(
              new StepId("step_" + name + "-" + id),
              steps[i].name(),
              steps[i].location(),
              false,
              DependencyType.PREFERRED));
    }
    PathCreated path =
        new PathCreated(
            Shop.path(name), Shop.job(name), "Path " + name, goal, AdvancementMode.STRICT, laidOut);
    node.append(Shop.jobCreated(name, goal), path);
    return path;
  }

  /** For example {@code step_p-cut 2}: how many stand where. */
  static List<String> steps(JsonNode jobs) {
    return jobs.valueStream()
        .map(job -> job.path("stepId").stringValue() + " " + job.path("partCount").longValue())
        .toList();
  }
}
