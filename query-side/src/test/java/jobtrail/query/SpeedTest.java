package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.query.platform.FreshViews;
import jobtrail.query.platform.Positions;
import jobtrail.query.platform.Rebuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures, when asked to with {@code -Djobtrail.measure=true}; what it finds goes to the log. */
@EnabledIfSystemProperty(named = "jobtrail.measure", matches = "true")
class SpeedTest {

  private static final Logger LOG = LoggerFactory.getLogger(SpeedTest.class);
  private static final List<String> VIEWS = List.of("jobs", "paths", "serials", "job-progress");
  private static final int JOBS = 40;
  private static final int SERIALS = 830;

  @Test
  void rebuilding_all_views_and_the_lag_of_a_quiet_day() {
    try (Node node = new Node(FreshViews.database(), properties())) {
      Positions positions = node.bean(Positions.class);
      List<PathCreated> paths = write(node);
      long end = node.written();
      assertThat(positions.await(VIEWS, end, Duration.ofMinutes(2))).isTrue();
      for (int round = 1; round <= 3; round++) {
        long start = System.nanoTime();
        for (String view : VIEWS) {
          node.bean(Rebuild.class).rebuild(view);
        }
        assertThat(positions.await(VIEWS, end, Duration.ofMinutes(2))).isTrue();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.warn("rebuild {}: {} events in {} s = {} events/s", round, end, seconds, end / seconds);
      }
      lag(node, paths, positions);
    }
  }

  private static String[] properties() {
    String said = System.getProperty("jobtrail.measure.properties", "");
    return said.isEmpty() ? new String[0] : said.split(",", -1);
  }

  private static List<PathCreated> write(Node node) {
    List<PathCreated> paths = new ArrayList<>();
    long serial = 1;
    for (int job = 0; job < JOBS; job++) {
      PathCreated path = Shop.pathCreated("p" + job, "j" + job, SERIALS, "a", "b", "c", "d", "e");
      paths.add(path);
      node.append(Shop.jobCreated("j" + job, SERIALS), path);
      node.append(Shop.serialsCreated(path, serial, SERIALS));
      serial += SERIALS;
    }
    for (int step = 0; step < 5; step++) {
      List<DomainEvent> moves = new ArrayList<>();
      for (int i = 0; i < JOBS * SERIALS; i++) {
        // jobs take turns, as on a busy floor
        int job = i % JOBS;
        moves.add(Shop.moved(paths.get(job), 1 + (long) job * SERIALS + i / JOBS, step));
        if (moves.size() == 500) {
          node.append(moves);
          moves.clear();
        }
      }
      if (!moves.isEmpty()) {
        node.append(moves);
      }
    }
    return paths;
  }

  private static void lag(Node node, List<PathCreated> paths, Positions positions) {
    List<Long> micros = new ArrayList<>();
    long serial = 1_000_000;
    long next = System.nanoTime();
    for (int i = 0; i < 4_000; i++) {
      long position =
          node.append(Shop.serialsCreated(paths.get(i % JOBS), serial++, 1)).lastPosition();
      long committed = System.nanoTime();
      assertThat(positions.await(VIEWS, position, Duration.ofSeconds(5))).isTrue();
      if (i >= 1_000) {
        micros.add((System.nanoTime() - committed) / 1_000);
      }
      next += 5_000_000;
      LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
    }
    Collections.sort(micros);
    LOG.warn(
        "lag in microseconds: p50 {} p99 {} max {}",
        micros.get(micros.size() / 2),
        micros.get(micros.size() * 99 / 100),
        micros.getLast());
  }
}
