package jobtrail.command.serial;

import java.util.List;
import java.util.Objects;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.Storing;
import jobtrail.command.serial.ManySerials.Outcome;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.OrderToMany;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands in what is asked of many serials at once. */
@Component
class SerialOrders {

  private final CommandDesk desk;

  SerialOrders(CommandDesk desk) {
    this.desk = desk;
  }

  /**
   * Asks something of each serial.
   *
   * @param ifMatch which version of the serial, when there is but one
   * @throws jobtrail.http.RequestRefused 400 when a version is named and there are several
   */
  Answer<List<Outcome>> send(
      List<? extends OfOne> commands, Storing storing, Caller caller, IfMatch ifMatch) {
    if (commands.size() > 1 && !ifMatch.any()) {
      throw RequestRefused.invalid(
          HttpHeaders.IF_MATCH, "names one version, which many serials cannot share");
    }
    Answer<List<Outcome>> answer = desk.send(new OrderToMany(commands, storing), caller, ifMatch);
    // These streams have grown beside this node's copies of them.
    answer.state().stream()
        .filter(outcome -> outcome.firstPosition() > 0)
        .forEach(outcome -> desk.grown(outcome.serialId().value()));
    return answer;
  }

  /**
   * Asks something of each serial; nothing happens to any when one is refused.
   *
   * @throws SerialRefused what the first of the refused ones was told
   */
  Answer<List<Outcome>> allOrNothing(
      List<? extends OfOne> commands, Caller caller, IfMatch ifMatch) {
    Answer<List<Outcome>> answer = send(commands, Storing.ALL_OR_NOTHING, caller, ifMatch);
    answer.state().stream()
        .map(Outcome::refused)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(refused -> {
          throw refused;
        });
    return answer;
  }
}
