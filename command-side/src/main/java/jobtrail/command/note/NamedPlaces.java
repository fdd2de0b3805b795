package jobtrail.command.note;

import jobtrail.command.note.NoteCommand.CreateNote;
import jobtrail.command.note.NoteCommand.Places;

/** Tells where that what a note names belongs. */
interface NamedPlaces {

  /** As of now. */
  Places of(CreateNote command);
}
