package jobtrail.command.serial;

import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;

/** A serial, as far as its own rules have to know it. */
sealed interface SerialState {

  /** The state after one more event. */
  SerialState evolve(SerialEvent event);

  record NotCreated() implements SerialState {

    @Override
    public SerialState evolve(SerialEvent event) {
      if (event instanceof SerialCreated serial) {
        return new InProgress(
            serial.serialId(),
            serial.jobId(),
            serial.pathId(),
            serial.step(),
            serial.routeRevision());
      }
      throw new IllegalStateException(event + " happened to a serial that was never created");
    }
  }

  /** Travelled: a serial that was created, whatever became of it. */
  sealed interface Issued extends SerialState {

    SerialId serialId();

    JobId jobId();

    PathId pathId();
  }

  /**
   * On its way, standing on a step.
   *
   * @param routeRevision of the route that brought it there; no older one may rule it
   */
  record InProgress(SerialId serialId, JobId jobId, PathId pathId, StepId step, int routeRevision)
      implements Issued {

    @Override
    public SerialState evolve(SerialEvent event) {
      return switch (event) {
        case SerialCreated again -> throw new IllegalStateException(again + " happened twice");
        case SerialAdvanced moved ->
            new InProgress(serialId, jobId, pathId, moved.toStep(), moved.routeRevision());
        case SerialCompleted done -> new Completed(serialId, jobId, pathId);
      };
    }
  }

  /** Done. */
  record Completed(SerialId serialId, JobId jobId, PathId pathId) implements Issued {

    @Override
    public SerialState evolve(SerialEvent event) {
      throw new IllegalStateException(event + " happened to a completed serial");
    }
  }
}
