package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two terminals that send the same scan at the same moment move the serial once. */
class DoubleScanTest {

  private static final int SCANS = 1_000;
  private static final int AT_ONCE = 50;

  @ParameterizedTest
  @CsvSource({"false, step", "false, version", "true, step", "true, version"})
  void exactly_one_of_two_same_scans_wins_and_the_other_is_told_where_the_serial_is(
      boolean twoNodes, String saying) {
    Floor one = new Floor(Node.first());
    Floor other = new Floor(twoNodes ? Node.second() : Node.first());
    Reply path = one.path(one.job(), "Cut", "Fold", "Pack");
    String cut = Floor.steps(path).getFirst();
    Function<Request, Request> scan =
        saying.equals("step")
            ? request -> request.json("{'fromStepId':'" + cut + "'}")
            : request -> request.with("If-Match", "\"0\"");
    List<String> serials = Floor.numbers(one.issue(path, SCANS).send().is(201));

    for (int from = 0; from < SCANS; from += AT_ONCE) {
      List<CompletableFuture<Void>> pairs = new ArrayList<>();
      for (String serial : serials.subList(from, from + AT_ONCE)) {
        pairs.add(
            scan.apply(one.advance(serial))
                .sendLater()
                .thenCombine(scan.apply(other.advance(serial)).sendLater(), List::of)
                .thenAccept(replies -> oneWon(serial, replies, saying)));
      }
      pairs.forEach(CompletableFuture::join);
    }
  }

  private static void oneWon(String serial, List<Reply> replies, String saying) {
    Reply won = replies.stream().filter(reply -> reply.status() == 200).findFirst().orElseThrow();
    Reply lost = replies.get(1 - replies.indexOf(won));
    if (saying.equals("step")) {
      lost.isProblem(409, "not-at-step");
    } else {
      lost.isProblem(412, "stale-version");
    }
    assertThat(won.json().path("currentStepIndex").asInt()).isEqualTo(1);
    assertThat(lost.json().path("serial")).as("the current state").isEqualTo(won.json());
    assertThat(lost.json().path("serial").path("id").asString()).isEqualTo(serial);
  }
}
