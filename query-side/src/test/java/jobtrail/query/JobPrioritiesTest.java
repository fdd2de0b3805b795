package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jobtrail.events.DomainEvent;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialId;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever happens, the open jobs have the priorities 1 to N, in the order that a simple model
 * says: those that were named, as they were named, then the others by age.
 */
class JobPrioritiesTest {

  private static final int DEEDS = 400;
  private static final int DEEDS_AT_ONCE = 10;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void priorities_of_open_jobs_are_always_one_to_n(long seed) {
    try (Node node = new Node(FreshViews.database())) {
      Model shop = new Model(node, new Random(seed));
      for (int deed = 1; deed <= DEEDS; deed++) {
        shop.somethingHappens();
        if (deed % DEEDS_AT_ONCE == 0) {
          shop.agrees();
        }
      }
    }
  }

  /** What a path is, as far as its job's status goes. */
  private static final class Lane {
    private final PathCreated path;
    private int goal;
    private final List<Long> onTheWay = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();

    Lane(PathCreated path) {
      this.path = path;
      this.goal = path.goalQuantity();
    }
  }

  private static final class Model {
    private final Node node;
    private final Random random;
    private final Map<String, List<Lane>> jobs = new LinkedHashMap<>();
    private List<String> named = List.of();
    private final List<DomainEvent> facts = new ArrayList<>();
    private int paths;
    private long serials;

    Model(Node node, Random random) {
      this.node = node;
      this.random = random;
    }

    void somethingHappens() {
      if (jobs.isEmpty() || random.nextInt(10) == 0) {
        String name = "j" + jobs.size();
        jobs.put(name, new ArrayList<>());
        append(Shop.jobCreated(name, 5));
        return;
      }
      String job = List.copyOf(jobs.keySet()).get(random.nextInt(jobs.size()));
      List<Lane> lanes = jobs.getOrDefault(job, List.of());
      if (lanes.isEmpty() || random.nextInt(12) == 0) {
        PathCreated path = Shop.pathCreated("p" + paths++, job, 1 + random.nextInt(2), "a");
        lanes.add(new Lane(path));
        append(path);
        return;
      }
      Lane lane = lanes.get(random.nextInt(lanes.size()));
      switch (random.nextInt(8)) {
        case 0 -> reorder();
        case 1 -> changeGoal(lane);
        case 2 -> giveUp(lanes, lane);
        case 3 -> undo(lane);
        default -> complete(lane);
      }
    }

    private void reorder() {
      List<String> order = new ArrayList<>(open());
      if (!order.isEmpty()) {
        Collections.shuffle(order, random);
        named = order;
        append(new PrioritiesSet(order.stream().map(name -> Shop.job(name)).toList()));
      }
    }

    private void changeGoal(Lane lane) {
      lane.goal = 1 + random.nextInt(3);
      append(new PathGoalChanged(lane.path.pathId(), lane.path.jobId(), lane.goal));
    }

    private void giveUp(List<Lane> lanes, Lane lane) {
      if (lane.onTheWay.isEmpty() && lane.done.isEmpty()) {
        lanes.remove(lane);
        append(new PathDeleted(lane.path.pathId(), lane.path.jobId()));
      }
    }

    private void complete(Lane lane) {
      if (lane.onTheWay.isEmpty()) {
        long serial = ++serials;
        lane.onTheWay.add(serial);
        facts.addAll(Shop.serialsCreated(lane.path, serial, 1));
        return;
      }
      long serial = lane.onTheWay.removeFirst();
      lane.done.add(serial);
      append(
          random.nextBoolean()
              ? Shop.moved(lane.path, serial, 0)
              : new SerialForceCompleted(
                  SerialId.of(serial),
                  lane.path.jobId(),
                  lane.path.pathId(),
                  lane.path.steps().getFirst().stepId(),
                  List.of(),
                  null,
                  1,
                  AdvancementMode.STRICT));
    }

    private void undo(Lane lane) {
      if (lane.done.isEmpty()) {
        return;
      }
      long serial = lane.done.removeLast();
      lane.onTheWay.add(serial);
      append(
          new SerialMoveUndone(
              SerialId.of(serial),
              lane.path.jobId(),
              lane.path.pathId(),
              MoveKind.COMPLETION,
              null,
              lane.path.steps().getFirst().stepId(),
              List.of(),
              1,
              AdvancementMode.STRICT));
    }

    /** The oldest first. */
    private List<String> open() {
      return jobs.entrySet().stream()
          .filter(job ->
              job.getValue().isEmpty()
                  || job.getValue().stream().anyMatch(lane -> lane.done.size() < lane.goal))
          .map(Map.Entry::getKey)
          .toList();
    }

    private void append(DomainEvent fact) {
      facts.add(fact);
    }

    void agrees() {
      node.append(facts);
      facts.clear();
      List<String> expected = new ArrayList<>(named);
      expected.retainAll(open());
      open().stream().filter(job -> !expected.contains(job)).forEach(expected::add);

      Map<String, Integer> answered = new HashMap<>();
      for (JsonNode job : node.getNow("/api/jobs").json()) {
        assertThat(job.has("priority")).isEqualTo(job.path("status").stringValue().equals("open"));
        if (job.has("priority")) {
          String id = job.path("id").stringValue().substring(JobId.PREFIX.length());
          answered.put(id, job.path("priority").intValue());
        }
      }
      Map<String, Integer> ranks = new HashMap<>();
      IntStream.range(0, expected.size()).forEach(i -> ranks.put(expected.get(i), i + 1));
      assertThat(answered).isEqualTo(ranks);
      agreesAlone(List.copyOf(jobs.keySet()).get(random.nextInt(jobs.size())), ranks);
    }

    /** A job by itself says the same as in the list. */
    private void agreesAlone(String name, Map<String, Integer> ranks) {
      JsonNode job = node.getNow("/api/jobs/job_" + name).json();
      assertThat(job.has("priority")).isEqualTo(ranks.containsKey(name));
      if (job.has("priority")) {
        assertThat(job.path("priority").intValue()).isEqualTo(ranks.get(name));
      }
    }
  }
}
