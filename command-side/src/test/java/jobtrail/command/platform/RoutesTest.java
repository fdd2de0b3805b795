package jobtrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jobtrail.command.Node;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final JobId JOB = new JobId("job_routes");

  private final Ledger ledger = Node.first().bean(Ledger.class);
  private final EventTranslator translator = Node.first().bean(EventTranslator.class);
  private final Routes routes = new Routes(ledger, translator, 10);

  private long append(PathEvent event, long version) {
    return ledger
        .append(
            List.of(
                translator.toStore(
                    event, version, UUID.randomUUID().toString(), java.util.Map.of())))
        .lastPosition();
  }

  private static List<Step> manySteps(String round) {
    return IntStream.range(0, 1_000)
        .mapToObj(n ->
            new Step(
                new StepId("step_" + n),
                round + " ".repeat(100) + n,
                null,
                false,
                DependencyType.PREFERRED))
        .toList();
  }

  @Test
  void a_change_during_the_first_look_at_a_path_is_not_lost() {
    PathId path = new PathId("path_routes");
    append(new PathCreated(path, JOB, "Main", 5, AdvancementMode.STRICT, manySteps("0")), 0);
    // So much to read that changes happen between reading it and remembering it.
    for (int version = 1; version <= 20; version++) {
      append(new PathStepsChanged(path, JOB, manySteps("v" + version)), version);
    }
    int version = 20;
    routes.follow();

    CompletableFuture<?> looking = CompletableFuture.runAsync(() -> routes.of(path));
    do {
      version++;
      AdvancementMode mode = version % 2 == 0 ? AdvancementMode.STRICT : AdvancementMode.FLEXIBLE;
      routes.upTo(append(new PathModeChanged(path, JOB, mode), version));
    } while (!looking.isDone());

    Routes.KnownRoute known = routes.of(path).orElseThrow();
    assertThat(known.version()).isEqualTo(version);
    assertThat(known.route().revision()).isEqualTo(version + 1);
  }
}
