package jobtrail.command.platform;

import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** Tells what a job is called outside, for when its customer is spoken to. */
public interface KnownJobs {

  /** The customer's own number of a job; null when it has none. */
  @Nullable String referenceOf(JobId jobId);
}
