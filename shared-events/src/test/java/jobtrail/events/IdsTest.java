package jobtrail.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jobtrail.events.job.JobId;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @Test
  void an_id_reads_as_its_text() {
    assertThat(new JobId("job_V1StGXR8_Z5j")).hasToString("job_V1StGXR8_Z5j");
    assertThat(new PathId("path_V1StGXR8_Z5j")).hasToString("path_V1StGXR8_Z5j");
    assertThat(new StepId("step_V1StGXR8_Z5j")).hasToString("step_V1StGXR8_Z5j");
    assertThat(new NoteId("note_V1StGXR8_Z5j")).hasToString("note_V1StGXR8_Z5j");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "job",
        "job_",
        "path_V1StGXR8_Z5j",
        "JOB_1",
        "job_a b",
        "job_ä",
        "job_1\n",
        "job_a/b"
      })
  void what_is_not_shaped_like_a_job_id_is_none(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new JobId(text));
  }

  @Test
  void an_id_is_never_longer_than_the_longest_looked_at() {
    String longest = "job_" + "x".repeat(58);
    assertThat(new JobId(longest).value()).hasSizeLessThanOrEqualTo(Ids.MAX_LENGTH);
    assertThatIllegalArgumentException().isThrownBy(() -> new JobId(longest + "x"));
  }

  @Test
  void a_refusal_does_not_repeat_what_came_in() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JobId("job_<script>"))
        .withMessageNotContaining("script");
  }
}
