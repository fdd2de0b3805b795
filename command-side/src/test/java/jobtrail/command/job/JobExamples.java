package jobtrail.command.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.job.JobCommand.ChangeTags;
import jobtrail.command.job.JobCommand.CreateJob;
import jobtrail.command.job.JobCommand.UpdateJob;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JobEvent;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobTagsChanged;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** The words in which the tests speak of jobs. */
final class JobExamples {

  static final JobId JOB = new JobId("job_1");

  /** Fails when a command or an event is left out; a job has no reason to refuse anything. */
  static final WholeRuleBook BOOK = new WholeRuleBook(JobCommand.class, JobEvent.class);

  private JobExamples() {}

  /** Somebody at the customer's. */
  static Contact contact(String name, @Nullable String email) {
    return new Contact(personal(name), email == null ? null : personal(email), null);
  }

  static PersonalText personal(String text) {
    return PersonalText.of("contact-of-job_1", text);
  }

  /** "Brackets", 100 of them, for ACME's Anna. */
  static JobCreated created() {
    return new JobCreated(JOB, "Brackets", 100, "PO 1", "ACME", contact("Anna", null), null);
  }

  static CreateJob create() {
    return new CreateJob(JOB, "Brackets", 100, "PO 1", "ACME", contact("Anna", null), null);
  }

  static UpdateJob rename(String name) {
    return new UpdateJob(JOB, name, null, null, null, null);
  }

  static UpdateJob goal(int quantity) {
    return new UpdateJob(JOB, null, quantity, null, null, null);
  }

  static UpdateJob reference(String reference) {
    return new UpdateJob(JOB, null, null, reference, null, null);
  }

  static UpdateJob customer(@Nullable String company, @Nullable Contact contact) {
    return new UpdateJob(JOB, null, null, null, company, contact);
  }

  static ChangeTags tag(String... tags) {
    return new ChangeTags(JOB, List.of(tags));
  }

  static JobTagsChanged tagged(String... tags) {
    return new JobTagsChanged(JOB, List.of(tags));
  }

  static JobState after(JobEvent... events) {
    JobState state = new JobState.NotCreated();
    for (JobEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  /** The job after these events, of which the last one is what the test is about. */
  static JobState.Open open(JobEvent... events) {
    BOOK.shows(events[events.length - 1]);
    return (JobState.Open) after(events);
  }

  static Given given(JobEvent... events) {
    return new Given(after(events));
  }

  record Given(JobState state) {

    When when(JobCommand command) {
      return new When(command, state);
    }
  }

  record When(JobCommand command, JobState state) {

    void then(JobEvent... events) {
      assertThat(JobDecider.decide(command, state)).containsExactly(events);
      BOOK.shows(command);
    }
  }
}
