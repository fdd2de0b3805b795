package jobtrail.command.serial;

import java.util.List;
import jobtrail.command.Floor;
import jobtrail.command.Node;
import jobtrail.command.Reply;
import jobtrail.command.platform.AddressedCommands;
import jobtrail.command.platform.Routes;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class SerialTest {

  private static final SerialId SN = SerialId.of(1);
  private static final AdvanceSerial ADVANCE = new AdvanceSerial(SN, null);

  private final Floor floor = new Floor(Node.first());
  private final Reply laidOut = floor.path(floor.job(), "Cut", "Fold");
  private final JobId job = new JobId(laidOut.text("jobId"));
  private final PathId path = new PathId(laidOut.text("id"));
  private final List<StepId> steps = Floor.steps(laidOut).stream().map(StepId::new).toList();
  private final FixtureConfiguration<Serial> serial =
      new AggregateTestFixture<>(Serial.class)
          .registerCommandTargetResolver(new AddressedCommands())
          .registerInjectableResource(Node.first().bean(Routes.class));

  private final SerialCreated created = new SerialCreated(SN, job, path, steps.get(0), 1);
  private final SerialAdvanced advanced =
      new SerialAdvanced(SN, job, path, steps.get(0), steps.get(1), 1, AdvancementMode.STRICT);
  private final SerialCompleted completed =
      new SerialCompleted(SN, job, path, steps.get(1), 1, AdvancementMode.STRICT);

  @Test
  void an_advance_reaches_the_rules_with_the_route_of_the_path() {
    serial.given(created).when(ADVANCE).expectSuccessfulHandlerExecution().expectEvents(advanced);
    serial.given(created, advanced).when(ADVANCE).expectEvents(completed);
  }

  @Test
  void a_refusal_stores_nothing() {
    serial
        .given(created, advanced, completed)
        .when(ADVANCE)
        .expectException(SerialRefused.class)
        .expectNoEvents();
  }

  @Test
  void a_serial_without_events_is_not_there() {
    serial
        .givenNoPriorActivity()
        .when(ADVANCE)
        .expectException(AggregateNotFoundException.class)
        .expectNoEvents();
  }
}
