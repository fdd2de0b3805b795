package jobtrail.command.template;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jobtrail.command.platform.Answer;
import jobtrail.events.path.DependencyType;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;
import org.jspecify.annotations.Nullable;

/** A template as POST and PUT answer it. */
record TemplateAnswer(
    TemplateId id,
    String name,
    List<TemplateStepAnswer> steps,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A step of a template.
   *
   * @param order its index in the template, from 0
   */
  record TemplateStepAnswer(
      String name,
      int order,
      @Nullable String location,
      boolean optional,
      DependencyType dependencyType) {}

  static TemplateAnswer of(Answer<TemplateState> answer) {
    TemplateState.InUse template = (TemplateState.InUse) answer.state();
    return new TemplateAnswer(
        template.templateId(),
        template.name(),
        IntStream.range(0, template.steps().size())
            .mapToObj(order -> step(template.steps().get(order), order))
            .toList(),
        answer.createdAt(),
        answer.updatedAt());
  }

  private static TemplateStepAnswer step(TemplateStep step, int order) {
    return new TemplateStepAnswer(
        step.name(), order, step.location(), step.optional(), step.dependencyType());
  }
}
