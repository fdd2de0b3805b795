package jobtrail.events.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialIdTest {

  @ParameterizedTest
  @CsvSource({
    "1, SN-00001",
    "99998, SN-99998",
    "99999, SN-99999",
    "100000, SN-100000",
    "9223372036854775807, SN-9223372036854775807"
  })
  void numbers_have_five_digits_and_then_grow(long number, String serial) {
    assertThat(SerialId.of(number)).hasToString(serial);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "SN-", "SN-1", "SN-0001", "sn-00001", "SN-0000x", "SN-00001 ", "SN--0001"})
  void what_is_not_shaped_like_a_serial_number_is_none(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SerialId(text));
  }

  @Test
  void there_is_no_serial_below_zero() {
    assertThatIllegalArgumentException().isThrownBy(() -> SerialId.of(-1));
  }
}
