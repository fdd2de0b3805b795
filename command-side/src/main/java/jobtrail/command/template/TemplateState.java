package jobtrail.command.template;

import java.util.List;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import jobtrail.events.template.TemplateEvent.TemplateStepsChanged;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;

/** A template, as far as its own rules have to know it. */
sealed interface TemplateState {

  /** The state after one more event. */
  TemplateState evolve(TemplateEvent event);

  record NotCreated() implements TemplateState {

    @Override
    public TemplateState evolve(TemplateEvent event) {
      if (event instanceof TemplateCreated template) {
        return new InUse(template.templateId(), template.name(), template.steps());
      }
      throw new IllegalStateException(event + " happened to a template that was never created");
    }
  }

  /** Paths can be laid out from it. */
  record InUse(TemplateId templateId, String name, List<TemplateStep> steps)
      implements TemplateState {

    @Override
    public TemplateState evolve(TemplateEvent event) {
      return switch (event) {
        case TemplateCreated again -> throw new IllegalStateException(again + " happened twice");
        case TemplateRenamed to -> new InUse(templateId, to.name(), steps);
        case TemplateStepsChanged to -> new InUse(templateId, name, to.steps());
        case TemplateDeleted deleted -> new Deleted();
      };
    }
  }

  /** Nothing more happens to it. */
  record Deleted() implements TemplateState {

    @Override
    public TemplateState evolve(TemplateEvent event) {
      throw new IllegalStateException(event + " happened to a template that was deleted");
    }
  }
}
