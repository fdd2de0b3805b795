package jobtrail.query.serials;

import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialEvent.SerialStepWaived;
import jobtrail.query.platform.Moment;
import jobtrail.query.serials.SerialChange.Place;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Where is each serial, and how far is it with each step? Every event of its stream is heard. */
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
            false,
            null,
            when.position(),
            when.at(),
            when.at(),
            when.version()),
        SerialChange.of(event, when));
  }

  @EventHandler
  void on(SerialAdvanced event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when).to(onItsWay(event.toStep())));
  }

  @EventHandler
  void on(SerialCompleted event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when).to(new Place(null, SerialStatus.COMPLETED, null)));
  }

  @EventHandler
  void on(SerialDeferredCompleted event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when));
  }

  @EventHandler
  void on(SerialStepWaived event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when));
  }

  @EventHandler
  void on(SerialStepOverridden event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when));
    changes.override(
        new OverrideRow(
            event.serialId().value(),
            when.version(),
            event.stepId().value(),
            true,
            event.reason(),
            when.actor(),
            when.at()));
  }

  @EventHandler
  void on(SerialOverrideReversed event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when));
    changes.reverse(event.serialId().value(), event.stepId().value());
  }

  @EventHandler
  void on(SerialScrapped event, Moment when, SerialChanges changes) {
    String stepId = event.fromStep().value();
    Ending ending =
        new Ending(stepId, event.reason(), event.explanation(), null, when.actor(), when.at());
    changes.add(SerialChange.of(event, when).to(new Place(stepId, SerialStatus.SCRAPPED, ending)));
  }

  @EventHandler
  void on(SerialForceCompleted event, Moment when, SerialChanges changes) {
    String stepId = event.fromStep().value();
    Ending ending =
        new Ending(
            stepId,
            null,
            event.reason(),
            event.incomplete().stream().map(StepId::value).toList(),
            when.actor(),
            when.at());
    changes.add(SerialChange.of(event, when).to(new Place(stepId, SerialStatus.COMPLETED, ending)));
  }

  @EventHandler
  void on(SerialReworked event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when).to(onItsWay(event.toStep())));
  }

  @EventHandler
  void on(SerialHeld event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when).holding(true));
  }

  @EventHandler
  void on(SerialReleased event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when).holding(false));
  }

  @EventHandler
  void on(SerialMoveUndone event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when).to(onItsWay(event.toStep())));
  }

  @EventHandler
  void on(SerialCertificateAttached event, Moment when, SerialChanges changes) {
    changes.add(SerialChange.of(event, when));
  }

  private static Place onItsWay(StepId stepId) {
    return new Place(stepId.value(), SerialStatus.IN_PROGRESS, null);
  }
}
