package jobtrail.query.templates;

import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import jobtrail.events.template.TemplateEvent.TemplateStepsChanged;
import jobtrail.query.platform.Moment;
import jobtrail.query.platform.Stored;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Which templates are there? */
@Component
@ProcessingGroup(TemplatesProjection.VIEW)
class TemplatesProjection {

  /** Name of the view. */
  static final String VIEW = "templates";

  private final Stored stored;

  TemplatesProjection(Stored stored) {
    this.stored = stored;
  }

  @EventHandler
  void on(TemplateCreated event, Moment when, TemplateChanges changes) {
    changes.add(
        new TemplateRow(
            event.templateId().value(),
            event.name(),
            stored.text(new TemplateSteps(event.steps())),
            when));
  }

  @EventHandler
  void on(TemplateRenamed event, Moment when, TemplateChanges changes) {
    changes.touched(event.templateId().value(), when).name = event.name();
  }

  @EventHandler
  void on(TemplateStepsChanged event, Moment when, TemplateChanges changes) {
    changes.touched(event.templateId().value(), when).steps =
        stored.text(new TemplateSteps(event.steps()));
  }

  @EventHandler
  void on(TemplateDeleted event, TemplateChanges changes) {
    changes.remove(event.templateId().value());
  }
}
