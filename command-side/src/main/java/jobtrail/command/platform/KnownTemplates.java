package jobtrail.command.platform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import jobtrail.events.template.TemplateEvent.TemplateStepsChanged;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Tells what a template says, read from its stream each time: paths are laid out rarely. */
public final class KnownTemplates {

  private final Ledger ledger;
  private final EventTranslator translator;

  KnownTemplates(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  /** A template as it is now. */
  public record KnownTemplate(TemplateId templateId, String name, List<TemplateStep> steps) {}

  /**
   * The template with this id.
   *
   * @throws RequestRefused 404 when there is none, it was deleted, or it cannot be an id of one
   */
  public KnownTemplate of(String id) {
    return parsed(id)
        .flatMap(template -> Optional.ofNullable(read(template)))
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

  private @Nullable KnownTemplate read(TemplateId id) {
    KnownTemplate template = null;
    for (StoredEvent stored : ledger.stream(id.value(), 0)) {
      template = after(template, (TemplateEvent) translator.fact(stored));
    }
    return template;
  }

  private static @Nullable KnownTemplate after(
      @Nullable KnownTemplate before, TemplateEvent event) {
    return switch (event) {
      case TemplateCreated created ->
          new KnownTemplate(created.templateId(), created.name(), created.steps());
      case TemplateRenamed to ->
          new KnownTemplate(to.templateId(), to.name(), Objects.requireNonNull(before).steps());
      case TemplateStepsChanged to ->
          new KnownTemplate(to.templateId(), Objects.requireNonNull(before).name(), to.steps());
      case TemplateDeleted deleted -> null;
    };
  }
}
