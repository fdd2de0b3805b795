package jobtrail.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import org.junit.jupiter.api.Test;

class EventNamesTest {

  @Test
  void every_event_has_a_name_of_ours_that_leads_back_to_it() {
    assertThat(EventNames.all())
        .hasSize(
            EventNames.ROOTS.stream().mapToInt(root -> root.getPermittedSubclasses().length).sum())
        .allSatisfy((name, type) -> {
          EventNames.Name stored = EventNames.nameOf(type);
          assertThat(name).matches(stored.streamType() + "\\.[a-z]+(-[a-z]+)*");
          assertThat(stored.name()).isEqualTo(name);
          assertThat(stored.revision()).isPositive();
          assertThat(EventNames.classOf(name)).isEqualTo(type);
        });
  }

  @Test
  void a_name_is_known_with_its_stream_type() {
    assertThat(EventNames.nameOf(SerialAdvanced.class))
        .isEqualTo(new EventNames.Name("serial.advanced", 2, "serial"));
  }

  @Test
  void an_unknown_name_has_no_class_and_a_stranger_no_name() {
    assertThat(EventNames.classOf("serial.vanished")).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> EventNames.nameOf(String.class));
  }

  @Test
  void every_event_is_a_record() {
    assertThat(EventNames.all().values()).allMatch(Class::isRecord);
    assertThat(EventNames.all().values())
        .allSatisfy(type -> assertThat(Arrays.asList(type.getRecordComponents())).isNotEmpty());
  }
}
