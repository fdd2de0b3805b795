package jobtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MessageMapTest {

  private static final Path PAGE = Path.of("../docs/message-map.md");

  private final MessageMap map = new MessageMap();

  /** A stale page is written anew before the test fails: look at it and commit it. */
  @Test
  void the_page_in_docs_says_what_the_code_does() throws IOException {
    String now = map.markdown();
    String page = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!page.equals(now)) {
      Files.writeString(PAGE, now);
    }
    assertThat(page).isEqualTo(now);
  }

  @Test
  void every_event_is_heard_by_somebody() {
    assertThat(map.unheard()).isEmpty();
  }

  @Test
  void the_map_knows_what_happens_when_a_serial_advances() {
    assertThat(map.markdown())
        .contains(
            "| `AdvanceSerial` | `Serial` | `SerialDecider.advance` | `SerialAdvanced`, `SerialCompleted` |");
  }
}
