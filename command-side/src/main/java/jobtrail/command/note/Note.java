package jobtrail.command.note;

import java.time.Instant;
import jobtrail.command.note.NoteCommand.CreateNote;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.note.NoteEvent;
import jobtrail.events.note.NoteId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Words that somebody on the floor left about some serials at a step. Written once and never
 * changed; it moves no serial, and takes up no place in their streams.
 *
 * <p>Hands commands to {@link NoteDecider} and remembers what it decided. Holds no rule of its own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Note {

  @AggregateIdentifier private NoteId id;
  private NoteState state = new NoteState.NotCreated();
  private final Times times = new Times();

  Note() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  Ruled<NoteState> handle(CreateNote command, NamedPlaces places) {
    Deliberation.begin();
    NoteDecider.decide(command, places.of(command)).forEach(AggregateLifecycle::apply);
    return Ruled.now(state, times);
  }

  @EventSourcingHandler
  void on(NoteEvent event, @Timestamp Instant at) {
    id = event.noteId();
    state = state.evolve(event);
    times.heard(at);
  }
}
