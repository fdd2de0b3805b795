package jobtrail.command.serial;

import jobtrail.command.platform.Addressed;
import jobtrail.events.path.PathId;
import jobtrail.events.serial.SerialId;

/** What can be asked of serials. */
sealed interface SerialCommand extends Addressed {

  /** Issue {@code quantity} new serials to a path, with consecutive numbers. */
  record CreateSerials(PathId pathId, int quantity) implements SerialCommand {

    @Override
    public String streamId() {
      return pathId.value();
    }
  }

  /** Move a serial to its next step; from the last one it is completed. */
  record AdvanceSerial(SerialId serialId) implements SerialCommand {

    @Override
    public String streamId() {
      return serialId.value();
    }
  }
}
