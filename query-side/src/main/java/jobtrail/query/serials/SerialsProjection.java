package jobtrail.query.serials;

import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.query.platform.Moment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Where is each serial? */
@Component
@ProcessingGroup(SerialSql.VIEW)
class SerialsProjection {

  @EventHandler
  void on(SerialCreated event, Moment when, SerialChanges changes) {
    changes.add(
        new SerialRow(
            event.serialId().value(),
            event.jobId().value(),
            event.pathId().value(),
            event.step().value(),
            SerialStatus.IN_PROGRESS,
            when.position(),
            when.at(),
            when.at(),
            when.version()));
  }

  @EventHandler
  void on(SerialAdvanced event, Moment when, SerialChanges changes) {
    changes.move(event.serialId().value(), event.toStep().value(), SerialStatus.IN_PROGRESS, when);
  }

  @EventHandler
  void on(SerialCompleted event, Moment when, SerialChanges changes) {
    changes.move(event.serialId().value(), null, SerialStatus.COMPLETED, when);
  }
}
