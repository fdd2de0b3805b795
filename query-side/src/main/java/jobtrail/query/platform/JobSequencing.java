package jobtrail.query.platform;

import jobtrail.events.DomainEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** One job's events stay in order, and in one segment. */
final class JobSequencing implements SequencingPolicy<EventMessage<?>> {

  @Override
  public Object getSequenceIdentifierFor(EventMessage<?> event) {
    return sequenceOf(event);
  }

  /** The job's id; the stream's for what belongs to no job. */
  static String sequenceOf(EventMessage<?> message) {
    DomainEvent event = (DomainEvent) message.getPayload();
    return event.jobId() == null ? event.streamId() : event.jobId().value();
  }
}
