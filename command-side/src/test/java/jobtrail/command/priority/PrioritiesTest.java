package jobtrail.command.priority;

import static jobtrail.command.priority.PriorityExamples.inOrder;
import static jobtrail.command.priority.PriorityExamples.put;

import java.util.List;
import java.util.Set;
import jobtrail.command.platform.AddressedCommands;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class PrioritiesTest {

  private final ShopJobs shop = named -> new ShopJobs.Known(List.of("job_a", "job_b"), Set.of());

  private final FixtureConfiguration<Priorities> order =
      new AggregateTestFixture<>(Priorities.class)
          .registerCommandTargetResolver(new AddressedCommands())
          .registerInjectableResource(shop);

  @Test
  void the_first_order_begins_it() {
    order
        .givenNoPriorActivity()
        .when(put("job_b", "job_a"))
        .expectSuccessfulHandlerExecution()
        .expectEvents(inOrder("job_b", "job_a"));
  }

  @Test
  void another_order_follows_and_the_same_one_does_not() {
    order.given(inOrder("job_b", "job_a")).when(put("job_b", "job_a")).expectNoEvents();
    order
        .given(inOrder("job_b", "job_a"))
        .when(put("job_a", "job_b"))
        .expectEvents(inOrder("job_a", "job_b"));
  }

  @Test
  void an_order_that_leaves_a_job_out_is_refused() {
    order.givenNoPriorActivity().when(put("job_b")).expectException(PriorityRefused.class);
  }
}
