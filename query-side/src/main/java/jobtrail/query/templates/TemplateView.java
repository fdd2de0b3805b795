package jobtrail.query.templates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jobtrail.events.path.DependencyType;
import jobtrail.events.template.TemplateStep;
import org.jspecify.annotations.Nullable;

/** A template as it is answered. */
@Schema(name = "TemplateRoute")
record TemplateView(
    String id,
    String name,
    List<TemplateStepView> steps,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore @Schema(hidden = true) long version,
    @JsonIgnore @Schema(hidden = true) long createdPosition) {

  /** A step of a template as it is answered. */
  @Schema(name = "TemplateStep")
  record TemplateStepView(
      String name,
      int order,
      @Nullable String location,
      boolean optional,
      DependencyType dependencyType) {

    static TemplateStepView of(TemplateStep step, int order) {
      return new TemplateStepView(
          step.name(), order, step.location(), step.optional(), step.dependencyType());
    }
  }

  static TemplateView of(TemplateRow row, List<TemplateStep> steps) {
    return new TemplateView(
        row.templateId,
        row.name,
        IntStream.range(0, steps.size())
            .mapToObj(order -> TemplateStepView.of(steps.get(order), order))
            .toList(),
        row.createdAt,
        row.updatedAt,
        row.version,
        row.createdPosition);
  }
}
