package jobtrail.command.template;

import java.util.ArrayList;
import java.util.List;
import jobtrail.command.template.TemplateCommand.CreateTemplate;
import jobtrail.command.template.TemplateCommand.DeleteTemplate;
import jobtrail.command.template.TemplateCommand.UpdateTemplate;
import jobtrail.command.template.TemplateRefused.Reason;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import jobtrail.events.template.TemplateEvent.TemplateStepsChanged;

/** The rules of a template. */
final class TemplateDecider {

  private TemplateDecider() {}

  /**
   * What happens when a template is asked something; nothing when it is so already.
   *
   * @throws TemplateRefused when the rules say no
   */
  static List<TemplateEvent> decide(TemplateCommand command, TemplateState state) {
    return switch (command) {
      case CreateTemplate create ->
          List.of(new TemplateCreated(create.templateId(), create.name(), create.steps()));
      case UpdateTemplate update -> update(update, inUse(update, state));
      case DeleteTemplate delete -> delete(inUse(delete, state));
    };
  }

  private static TemplateState.InUse inUse(TemplateCommand command, TemplateState state) {
    if (state instanceof TemplateState.InUse template) {
      return template;
    }
    throw new TemplateRefused(
        Reason.NOT_CREATED, "TemplateRoute not found: " + command.templateId());
  }

  private static List<TemplateEvent> update(UpdateTemplate command, TemplateState.InUse template) {
    List<TemplateEvent> events = new ArrayList<>();
    if (command.name() != null && !command.name().equals(template.name())) {
      events.add(new TemplateRenamed(template.templateId(), command.name()));
    }
    if (command.steps() != null && !command.steps().equals(template.steps())) {
      events.add(new TemplateStepsChanged(template.templateId(), command.steps()));
    }
    return List.copyOf(events);
  }

  private static List<TemplateEvent> delete(TemplateState.InUse template) {
    return List.of(new TemplateDeleted(template.templateId()));
  }
}
