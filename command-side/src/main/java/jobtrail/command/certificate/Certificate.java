package jobtrail.command.certificate;

import java.time.Instant;
import jobtrail.command.certificate.CertificateCommand.CreateCertificate;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.certificate.CertificateEvent;
import jobtrail.events.certificate.CertificateId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A paper that vouches for the material units are made of, or for a process they went through. It
 * is put on file once, never changes and is never thrown away; which serials it vouches for is told
 * in their own streams.
 *
 * <p>Hands commands to {@link CertificateDecider} and remembers what it decided. Holds no rule of
 * its own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Certificate {

  @AggregateIdentifier private CertificateId id;
  private CertificateState state = new CertificateState.NotCreated();
  private final Times times = new Times();

  Certificate() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  Ruled<CertificateState> handle(CreateCertificate command) {
    Deliberation.begin();
    CertificateDecider.decide(command).forEach(AggregateLifecycle::apply);
    return Ruled.now(state, times);
  }

  @EventSourcingHandler
  void on(CertificateEvent event, @Timestamp Instant at) {
    id = event.certificateId();
    state = state.evolve(event);
    times.heard(at);
  }
}
