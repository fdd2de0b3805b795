package jobtrail.command.serial;

import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.SerialEvent;
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
import jobtrail.events.serial.StepStatus;
import jobtrail.events.serial.StepStatuses;
import org.jspecify.annotations.Nullable;

/** A serial, as far as its own rules have to know it. */
sealed interface SerialState {

  /** The state after one more event. */
  SerialState evolve(SerialEvent event);

  record NotCreated() implements SerialState {

    @Override
    public SerialState evolve(SerialEvent event) {
      if (event instanceof SerialCreated serial) {
        return new InProgress(Travel.begun(serial), false, null);
      }
      throw new IllegalStateException(event + " happened to a serial that was never created");
    }
  }

  /** A serial that was created, whatever became of it. */
  sealed interface Issued extends SerialState {

    Travel travel();

    /** Whether it was stopped and not released since. */
    boolean held();

    /** Its last event, if that is a move that can be taken back; null otherwise. */
    @Nullable Move lastMove();

    /** The same serial after an event that moves it nowhere. */
    Issued with(Travel travel, boolean held);

    /** Where it stands, or was when it was scrapped or declared done; null off its path's end. */
    default @Nullable StepId standing() {
      return travel().step();
    }

    /** How far it is with a step. */
    default StepStatus statusOf(StepId stepId, Route route) {
      return travel().statuses().of(stepId, route, standing());
    }

    @Override
    default SerialState evolve(SerialEvent event) {
      Travel after = travel().after(event);
      return switch (event) {
        case SerialCreated again -> throw new IllegalStateException(again + " happened twice");
        case SerialAdvanced moved ->
            new InProgress(after, onItsWay(event).held(), move(MoveKind.ADVANCE));
        case SerialReworked moved ->
            new InProgress(after, onItsWay(event).held(), move(MoveKind.REWORK));
        case SerialCompleted done ->
            new Completed(after, onItsWay(event).held(), null, move(MoveKind.COMPLETION));
        case SerialForceCompleted done -> new Completed(after, onItsWay(event).held(), done, null);
        case SerialScrapped scrap ->
            new Scrapped(after, onItsWay(event).held(), scrap, move(MoveKind.SCRAP));
        case SerialMoveUndone undone -> new InProgress(after, held(), null);
        case SerialHeld held -> with(after, true);
        case SerialReleased released -> with(after, false);
        case SerialDeferredCompleted done -> with(after, held());
        case SerialStepWaived waived -> with(after, held());
        case SerialStepOverridden overridden -> with(after, held());
        case SerialOverrideReversed reversed -> with(after, held());
        case SerialCertificateAttached attached -> with(after, held());
      };
    }

    private InProgress onItsWay(SerialEvent event) {
      if (this instanceof InProgress serial) {
        return serial;
      }
      throw new IllegalStateException(event + " happened to a serial that was through");
    }

    private Move move(MoveKind kind) {
      return new Move(kind, travel().step(), travel().statuses());
    }
  }

  /** On its way, standing on a step. */
  record InProgress(Travel travel, boolean held, @Nullable Move lastMove) implements Issued {

    @Override
    public Issued with(Travel travel, boolean held) {
      return new InProgress(travel, held, null);
    }
  }

  /**
   * Done.
   *
   * @param forced the event that declared it done although work was open; null when it left its
   *     path at the end
   */
  record Completed(
      Travel travel, boolean held, @Nullable SerialForceCompleted forced, @Nullable Move lastMove)
      implements Issued {

    @Override
    public @Nullable StepId standing() {
      return forced == null ? null : travel.step();
    }

    @Override
    public Issued with(Travel travel, boolean held) {
      return new Completed(travel, held, forced, null);
    }
  }

  /** Thrown away. */
  record Scrapped(Travel travel, boolean held, SerialScrapped scrap, @Nullable Move lastMove)
      implements Issued {

    @Override
    public Issued with(Travel travel, boolean held) {
      return new Scrapped(travel, held, scrap, null);
    }
  }

  /**
   * A move that can be taken back.
   *
   * @param leftFrom where the serial stood before it
   * @param before the steps' statuses before it
   */
  record Move(MoveKind kind, StepId leftFrom, StepStatuses before) {}

  /** A certificate at a step. */
  record Attachment(CertificateId certificateId, StepId stepId) {}
}
