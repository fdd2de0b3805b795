package jobtrail.command.template;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownTemplates;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.Trimmed;
import jobtrail.command.template.TemplateCommand.CreateTemplate;
import jobtrail.command.template.TemplateCommand.DeleteTemplate;
import jobtrail.command.template.TemplateCommand.UpdateTemplate;
import jobtrail.events.path.DependencyType;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;
import jobtrail.http.Checked;
import jobtrail.http.IfMatch;
import jobtrail.http.Name;
import jobtrail.http.OptionalName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes down templates, changes and deletes them. */
@RestController
@RequestMapping(path = "/api/templates", produces = MediaType.APPLICATION_JSON_VALUE)
class TemplateController {

  private static final int MOST_STEPS = 1000;
  private static final String STEP_COUNT = "must have 1 to 1000 items";

  private final CommandDesk desk;
  private final KnownTemplates templates;
  private final NewIds ids;
  private final Checked checked;

  TemplateController(CommandDesk desk, KnownTemplates templates, NewIds ids, Checked checked) {
    this.desk = desk;
    this.templates = templates;
    this.ids = ids;
    this.checked = checked;
  }

  @PostMapping
  @Operation(summary = "Write down a template")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TemplateAnswer.class)))
  ResponseEntity<Object> create(@Valid @RequestBody NewTemplate template, Caller caller) {
    TemplateId id = new TemplateId(ids.next(TemplateId.PREFIX));
    CreateTemplate command =
        new CreateTemplate(id, template.name().strip(), steps(template.steps()));
    Answer<TemplateState> answer = desk.send(command, caller, IfMatch.ABSENT);
    return answer.created("/api/templates/" + id, TemplateAnswer.of(answer));
  }

  @PutMapping("/{templateId}")
  @Operation(summary = "Change a template; paths laid out from it stay as they are")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TemplateAnswer.class)))
  ResponseEntity<Object> change(
      @PathVariable String templateId,
      @RequestBody TemplateChanges changes,
      IfMatch ifMatch,
      Caller caller) {
    TemplateId id = templates.of(templateId).templateId();
    checked.require(changes);
    UpdateTemplate command =
        new UpdateTemplate(
            id,
            Trimmed.of(changes.name()),
            changes.steps() == null ? null : steps(changes.steps()));
    Answer<TemplateState> answer = desk.send(command, caller, ifMatch);
    return answer.ok(TemplateAnswer.of(answer));
  }

  @DeleteMapping("/{templateId}")
  @Operation(summary = "Delete a template; paths laid out from it stay as they are")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TemplateDeletion.class)))
  ResponseEntity<Object> delete(@PathVariable String templateId, IfMatch ifMatch, Caller caller) {
    TemplateId id = templates.of(templateId).templateId();
    Answer<TemplateState> answer = desk.send(new DeleteTemplate(id), caller, ifMatch);
    return answer.ok(new TemplateDeletion(true));
  }

  private static List<TemplateStep> steps(List<PlannedTemplateStep> planned) {
    return planned.stream().map(PlannedTemplateStep::step).toList();
  }

  /** What DELETE answers, as the Shop Planr API has it. */
  record TemplateDeletion(boolean success) {}

  /** The body of POST /api/templates. */
  record NewTemplate(
      @Name String name,
      @NotNull(message = "is required") @Size(min = 1, max = MOST_STEPS, message = STEP_COUNT)
          List<@Valid @NotNull(message = "is required") PlannedTemplateStep> steps) {}

  /** The body of PUT /api/templates/{id}; steps are replaced as a whole. */
  record TemplateChanges(
      @OptionalName @Nullable String name,
      @Size(min = 1, max = MOST_STEPS, message = STEP_COUNT)
          @Nullable List<@Valid @NotNull(message = "is required") PlannedTemplateStep> steps) {}

  /** A step of a template; it cannot be bypassed unless something else is said. */
  record PlannedTemplateStep(
      @Name String name,
      @OptionalName @Nullable String location,
      @Nullable Boolean optional,
      @Nullable DependencyType dependencyType) {

    TemplateStep step() {
      return new TemplateStep(
          name.strip(),
          Trimmed.of(location),
          optional != null && optional,
          dependencyType == null ? DependencyType.PHYSICAL : dependencyType);
    }
  }
}
