package jobtrail.command.note;

import jobtrail.events.note.NoteEvent;
import jobtrail.events.note.NoteEvent.NoteCreated;

/** A note as its events left it. */
sealed interface NoteState {

  /** The state after one more event. */
  NoteState evolve(NoteEvent event);

  record NotCreated() implements NoteState {

    @Override
    public NoteState evolve(NoteEvent event) {
      return switch (event) {
        case NoteCreated note -> new Written(note);
      };
    }
  }

  /** Written down for good, just as it was told. */
  record Written(NoteCreated note) implements NoteState {

    @Override
    public NoteState evolve(NoteEvent event) {
      throw new IllegalStateException(event + " happened to a note that never changes");
    }
  }
}
