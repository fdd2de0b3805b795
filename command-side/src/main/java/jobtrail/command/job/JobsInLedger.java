package jobtrail.command.job;

import jobtrail.command.platform.KnownJobs;
import jobtrail.events.job.JobEvent;
import jobtrail.events.job.JobId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a job's own stream each time: customers look in rarely. */
@Component
class JobsInLedger implements KnownJobs {

  private final Ledger ledger;
  private final EventTranslator translator;

  JobsInLedger(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  @Override
  public @Nullable String referenceOf(JobId jobId) {
    JobState state = new JobState.NotCreated();
    for (StoredEvent stored : ledger.stream(jobId.value(), 0)) {
      state = state.evolve((JobEvent) translator.fact(stored));
    }
    return state instanceof JobState.Open job ? job.reference() : null;
  }
}
