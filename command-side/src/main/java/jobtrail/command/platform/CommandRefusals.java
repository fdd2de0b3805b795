package jobtrail.command.platform;

import java.util.List;
import java.util.Map;
import jobtrail.events.item.ItemId;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.http.FieldError;
import jobtrail.http.LedgerPosition;
import jobtrail.http.RefusalSource;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.LedgerUnavailable;
import jobtrail.ledger.OutcomeUnknown;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** How the command side's own "no" is told over HTTP. */
final class CommandRefusals implements RefusalSource {

  private final Ledger ledger;

  CommandRefusals(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public @Nullable RequestRefused refusalFor(Throwable thrown) {
    return switch (thrown) {
      case StaleVersion stale -> placed(stale(stale));
      case CommandRefused refused ->
          placed(
              new RequestRefused(
                  refused.status(),
                  refused.code(),
                  String.valueOf(refused.getMessage()),
                  atFault(refused),
                  refused.seen(),
                  Map.of()));
      case AggregateNotFoundException unknown ->
          placed(notFound(String.valueOf(unknown.getAggregateIdentifier())));
      case LedgerUnavailable unavailable ->
          RequestRefused.unavailable(
              "ledger-unavailable", "The ledger cannot be reached; nothing was stored");
      case LockAcquisitionFailedException crowd ->
          RequestRefused.unavailable(
              "too-busy", "Too many want to change the same; nothing was stored");
      case OutcomeUnknown unknown ->
          RequestRefused.unavailable("outcome-unknown", String.valueOf(unknown.getMessage()));
      default -> null;
    };
  }

  private static RequestRefused stale(StaleVersion stale) {
    RequestRefused refused = RequestRefused.staleVersion(stale.current());
    for (Map.Entry<String, Object> state : stale.seen().entrySet()) {
      refused = refused.with(state.getKey(), state.getValue());
    }
    return refused;
  }

  private RequestRefused placed(RequestRefused refused) {
    return refused.withHeader(LedgerPosition.HEADER, Long.toString(ledger.knownHead()));
  }

  private static List<FieldError> atFault(CommandRefused refused) {
    return refused.field() == null
        ? List.of()
        : List.of(new FieldError(refused.field(), String.valueOf(refused.getMessage())));
  }

  private static RequestRefused notFound(String id) {
    String kind =
        switch (id.substring(0, id.indexOf('_') + 1)) {
          case JobId.PREFIX -> "Job";
          case PathId.PREFIX -> "Path";
          case ItemId.PREFIX -> "Item";
          default -> "Serial";
        };
    return RequestRefused.notFound(kind, id);
  }
}
