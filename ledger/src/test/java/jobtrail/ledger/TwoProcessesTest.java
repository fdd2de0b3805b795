package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It watches the shares of the processor.")
class TwoProcessesTest {

  @Test
  void two_busy_nodes_share_one_ledger_fairly() throws Exception {
    DatabaseAddress address = TestPostgres.freshLedger();
    Process left = AppendingProcess.start(address, "left-", 64, 6_000, "quiet");
    Process right = AppendingProcess.start(address, "right-", 64, 6_000, "quiet");
    try (BufferedReader leftSays = AppendingProcess.voice(left);
        BufferedReader rightSays = AppendingProcess.voice(right)) {
      AppendingProcess.awaitWord(leftSays, "ready");
      AppendingProcess.awaitWord(rightSays, "ready");
      AppendingProcess.go(left);
      AppendingProcess.go(right);
      AppendingProcess.awaitWord(leftSays, "done");
      AppendingProcess.awaitWord(rightSays, "done");
      assertThat(left.waitFor()).isZero();
      assertThat(right.waitFor()).isZero();
    } finally {
      left.destroyForcibly();
      right.destroyForcibly();
    }

    try (BareLedger node = new BareLedger(address)) {
      List<StoredEvent> all = Truths.hold(node.ledger);
      double ofLeft =
          all.stream().filter(stored -> stored.event().streamId().startsWith("left-")).count();
      assertThat(all).hasSizeGreaterThan(1_000);
      assertThat(ofLeft / all.size()).isBetween(0.4, 0.6);
    }
  }
}
