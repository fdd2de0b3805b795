package jobtrail.command.template;

import java.time.Instant;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.command.template.TemplateCommand.CreateTemplate;
import jobtrail.command.template.TemplateCommand.DeleteTemplate;
import jobtrail.command.template.TemplateCommand.UpdateTemplate;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.template.TemplateId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A route of work that comes again and again, written down once. Paths that are laid out from it
 * take a copy of its steps: what becomes of the template is no concern of theirs.
 *
 * <p>Hands commands to {@link TemplateDecider} and remembers what it decided. Holds no rule of its
 * own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Template {

  @AggregateIdentifier private TemplateId id;
  private TemplateState state = new TemplateState.NotCreated();
  private final Times times = new Times();

  Template() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  Ruled<TemplateState> handle(CreateTemplate command) {
    return decide(command);
  }

  @CommandHandler
  Ruled<TemplateState> handle(UpdateTemplate command) {
    return decide(command);
  }

  @CommandHandler
  Ruled<TemplateState> handle(DeleteTemplate command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(TemplateEvent event, @Timestamp Instant at) {
    id = event.templateId();
    state = state.evolve(event);
    times.heard(at);
  }

  private Ruled<TemplateState> decide(TemplateCommand command) {
    Deliberation.begin();
    TemplateDecider.decide(command, state).forEach(AggregateLifecycle::apply);
    return Ruled.now(state, times);
  }
}
