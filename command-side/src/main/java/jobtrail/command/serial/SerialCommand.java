package jobtrail.command.serial;

import jobtrail.events.path.PathId;
import jobtrail.events.serial.SerialId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of serials. */
sealed interface SerialCommand {

  /** Issue {@code quantity} new serials to a path, with consecutive numbers. */
  record CreateSerials(PathId pathId, int quantity) implements SerialCommand {}

  /** Move a serial to its next step; from the last one it is completed. */
  record AdvanceSerial(@TargetAggregateIdentifier SerialId serialId) implements SerialCommand {}
}
