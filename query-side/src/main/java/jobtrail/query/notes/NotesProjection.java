package jobtrail.query.notes;

import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.serial.SerialId;
import jobtrail.query.platform.Moment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What was noted about serials at a step? */
@Component
@ProcessingGroup(Notes.VIEW)
class NotesProjection {

  @EventHandler
  void on(NoteCreated event, Moment when, NoteChanges changes) {
    changes.add(
        new NoteRow(
            when.position(),
            event.noteId().value(),
            event.jobId().value(),
            event.pathId().value(),
            event.stepId().value(),
            event.serialIds().stream().map(SerialId::value).toList(),
            event.text(),
            when.actor(),
            when.at()));
  }
}
