package jobtrail.command.template;

import java.util.Optional;
import jobtrail.command.platform.KnownTemplates;
import jobtrail.command.template.TemplateState.InUse;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.template.TemplateId;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.springframework.stereotype.Component;

/** Reads a template's own stream each time: paths are laid out rarely. */
@Component
class TemplatesInLedger implements KnownTemplates {

  private final Ledger ledger;
  private final EventTranslator translator;

  TemplatesInLedger(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  @Override
  public KnownTemplate of(String id) {
    return parsed(id)
        .flatMap(this::read)
        .orElseThrow(
            () -> new RequestRefused(404, "template-not-found", "TemplateRoute not found: " + id));
  }

  private static Optional<TemplateId> parsed(String id) {
    try {
      return Optional.of(new TemplateId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<KnownTemplate> read(TemplateId id) {
    TemplateState state = new TemplateState.NotCreated();
    for (StoredEvent stored : ledger.stream(id.value(), 0)) {
      state = state.evolve((TemplateEvent) translator.fact(stored));
    }
    return state instanceof InUse template
        ? Optional.of(new KnownTemplate(template.templateId(), template.name(), template.steps()))
        : Optional.empty();
  }
}
