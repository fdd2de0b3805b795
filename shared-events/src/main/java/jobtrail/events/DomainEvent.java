package jobtrail.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** A fact of the shop: which stream it stands in, and which job it belongs to. */
public interface DomainEvent {

  /** Id of the aggregate whose stream holds this event, for example {@code SN-00001}. */
  @JsonIgnore
  String streamId();

  /** The job this event belongs to; null for what belongs to no job, such as a template. */
  @Nullable JobId jobId();
}
