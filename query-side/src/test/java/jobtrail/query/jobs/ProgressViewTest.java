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

  /**
   * Once the last unit that was asked for is scrapped there is nothing to divide by: what got past
   * 100 percent counts as 100.
   */
  @Test
  void invariant_4_never_falls_by_scrap_while_anything_is_asked_for_and_then_is_nothing_or_all() {
    for (int goal = 0; goal <= 12; goal++) {
      for (long completed = 0; completed <= 15; completed++) {
        for (long scrapped = 1; scrapped <= 15; scrapped++) {
          double before = ProgressView.progressPercent(goal, completed, scrapped - 1);
          double after = ProgressView.progressPercent(goal, completed, scrapped);
          if (goal > scrapped) {
            assertThat(after).isGreaterThanOrEqualTo(before).isNotNegative();
          } else {
            assertThat(after)
                .isEqualTo(completed > 0 ? 100 : 0)
                .isBetween(Math.min(before, 100), 100.0);
          }
        }
      }
    }
  }

  @Test
  void invariant_4_is_nothing_until_something_is_completed() {
    for (int goal = 0; goal <= 12; goal++) {
      for (long scrapped = 0; scrapped <= 15; scrapped++) {
        assertThat(ProgressView.progressPercent(goal, 0, scrapped)).isZero();
      }
    }
  }

  @Test
  void is_nothing_without_a_goal() {
    assertThat(ProgressView.progressPercent(null, 4, 0)).isZero();
  }
}
