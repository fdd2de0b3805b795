package jobtrail.command.job;

import static jobtrail.command.job.JobExamples.JOB;
import static jobtrail.command.job.JobExamples.contact;
import static jobtrail.command.job.JobExamples.create;
import static jobtrail.command.job.JobExamples.created;
import static jobtrail.command.job.JobExamples.customer;
import static jobtrail.command.job.JobExamples.rename;
import static jobtrail.command.job.JobExamples.tag;
import static jobtrail.command.job.JobExamples.tagged;

import jobtrail.command.Node;
import jobtrail.command.platform.AddressedCommands;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.ledger.SubjectKeys;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class JobTest {

  private final FixtureConfiguration<Job> job =
      new AggregateTestFixture<>(Job.class)
          .registerCommandTargetResolver(new AddressedCommands())
          .registerInjectableResource(Node.first().bean(SubjectKeys.class));

  @Test
  void a_job_begins_with_its_creation() {
    job.givenNoPriorActivity()
        .when(create())
        .expectSuccessfulHandlerExecution()
        .expectEvents(created());
  }

  @Test
  void a_change_reaches_the_rules() {
    job.given(created()).when(rename("Angles")).expectEvents(new JobRenamed(JOB, "Angles"));
  }

  @Test
  void tags_reach_the_rules() {
    job.given(created()).when(tag("Rush", "rush")).expectEvents(tagged("Rush"));
    job.given(created(), tagged("Rush")).when(tag("Rush")).expectNoEvents();
  }

  @Test
  void a_contact_is_compared_with_the_one_that_is_known() {
    job.given(created())
        .when(customer(null, contact("Anna", null)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    job.given(created())
        .when(customer(null, contact("Ben", null)))
        .expectEvents(new JobCustomerChanged(JOB, null, contact("Ben", null)));
  }
}
