package jobtrail.command.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jobtrail.command.job.JobCommand.ChangeTags;
import jobtrail.command.job.JobCommand.CreateJob;
import jobtrail.command.job.JobCommand.UpdateJob;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JobEvent;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.job.JobEvent.JobReferenceChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.job.JobEvent.JobTagsChanged;
import org.jspecify.annotations.Nullable;

/** The rules of a job. */
final class JobDecider {

  private JobDecider() {}

  /**
   * What happens when a job is asked something; nothing when it is so already.
   *
   * @param state with its personal texts opened
   */
  static List<JobEvent> decide(JobCommand command, JobState state) {
    return switch (command) {
      case CreateJob create -> List.of(create(create));
      case UpdateJob update -> update(update, (JobState.Open) state);
      case ChangeTags change -> tag(change, (JobState.Open) state);
    };
  }

  /** An order is taken in as it comes. */
  static JobCreated create(CreateJob command) {
    return new JobCreated(
        command.jobId(),
        command.name(),
        command.goalQuantity(),
        command.reference(),
        command.company(),
        command.contact(),
        command.jira());
  }

  private static List<JobEvent> update(UpdateJob command, JobState.Open job) {
    List<JobEvent> events = new ArrayList<>();
    if (command.name() != null && !command.name().equals(job.name())) {
      events.add(new JobRenamed(job.jobId(), command.name()));
    }
    if (command.goalQuantity() != null && !command.goalQuantity().equals(job.goalQuantity())) {
      events.add(new JobGoalChanged(job.jobId(), command.goalQuantity()));
    }
    if (command.reference() != null && !command.reference().equals(job.reference())) {
      events.add(new JobReferenceChanged(job.jobId(), command.reference()));
    }
    String company = Objects.equals(command.company(), job.company()) ? null : command.company();
    Contact contact = saysTheSame(command.contact(), job.contact()) ? null : command.contact();
    if (company != null || contact != null) {
      events.add(new JobCustomerChanged(job.jobId(), company, contact));
    }
    return List.copyOf(events);
  }

  /** A word that was given twice counts once, however it is written. */
  private static List<JobEvent> tag(ChangeTags command, JobState.Open job) {
    Map<String, String> folded = new LinkedHashMap<>();
    command.tags().forEach(tag -> folded.putIfAbsent(tag.toUpperCase(Locale.ROOT), tag));
    List<String> tags = List.copyOf(folded.values());
    return tags.equals(job.tags()) ? List.of() : List.of(new JobTagsChanged(job.jobId(), tags));
  }

  /** Same words; how a text is sealed in the ledger does not matter. */
  private static boolean saysTheSame(@Nullable Contact one, @Nullable Contact other) {
    return one == null
        || (other != null
            && saysTheSame(one.name(), other.name())
            && saysTheSame(one.email(), other.email())
            && saysTheSame(one.phone(), other.phone()));
  }

  private static boolean saysTheSame(@Nullable PersonalText one, @Nullable PersonalText other) {
    return Objects.equals(one == null ? null : one.shown(), other == null ? null : other.shown());
  }
}
