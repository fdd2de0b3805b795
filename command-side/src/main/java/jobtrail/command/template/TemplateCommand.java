package jobtrail.command.template;

import java.util.List;
import jobtrail.command.platform.Addressed;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;
import org.jspecify.annotations.Nullable;

/** What can be asked of a template. */
sealed interface TemplateCommand extends Addressed {

  TemplateId templateId();

  @Override
  default String streamId() {
    return templateId().value();
  }

  /** Write down a route of work. */
  record CreateTemplate(TemplateId templateId, String name, List<TemplateStep> steps)
      implements TemplateCommand {}

  /**
   * Change what is given; null leaves it as it is.
   *
   * @param steps all of them, in order
   */
  record UpdateTemplate(
      TemplateId templateId, @Nullable String name, @Nullable List<TemplateStep> steps)
      implements TemplateCommand {}

  /** Lay out no more paths from it. */
  record DeleteTemplate(TemplateId templateId) implements TemplateCommand {}
}
