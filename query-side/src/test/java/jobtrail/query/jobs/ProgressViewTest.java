package jobtrail.query.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressViewTest {

  @ParameterizedTest(name = "goal {0}, completed {1}, scrapped {2}: {3}")
  @CsvSource({
    "3, 1, 0, 33.33333333333333",
    "3, 1, 1, 50",
    "2, 0, 2, 0",
    "2, 1, 2, 100",
    "3, 3, 2, 300",
    "5, 7, 0, 140",
    "5, 0, 0, 0"
  })
  void is_what_the_old_system_showed(int goal, long completed, long scrapped, double percent) {
    assertThat(ProgressView.progressPercent(goal, completed, scrapped)).isEqualTo(percent);
  }

  @Test
  void is_nothing_without_a_goal() {
    assertThat(ProgressView.progressPercent(null, 4, 0)).isZero();
  }
}
