package jobtrail.query.templates;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import jobtrail.events.template.TemplateStep;

/** A template's steps as the view keeps them. */
record TemplateSteps(@JsonValue List<TemplateStep> steps) {

  @JsonCreator
  TemplateSteps {
    steps = List.copyOf(steps);
  }
}
