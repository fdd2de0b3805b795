package jobtrail.command.note;

import static jobtrail.command.note.NoteExamples.create;
import static jobtrail.command.note.NoteExamples.created;
import static jobtrail.command.note.NoteExamples.together;

import jobtrail.command.platform.AddressedCommands;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class NoteTest {

  @Test
  void a_note_begins_with_its_creation() {
    new AggregateTestFixture<>(Note.class)
        .registerCommandTargetResolver(new AddressedCommands())
        .registerInjectableResource((NamedPlaces) note -> together())
        .givenNoPriorActivity()
        .when(create())
        .expectSuccessfulHandlerExecution()
        .expectEvents(created());
  }
}
