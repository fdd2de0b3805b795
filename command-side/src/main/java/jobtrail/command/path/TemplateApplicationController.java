package jobtrail.command.path;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jobtrail.command.path.PathCommand.CreatePath;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.KnownTemplates;
import jobtrail.command.platform.KnownTemplates.KnownTemplate;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.Routes;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.template.TemplateStep;
import jobtrail.http.Checked;
import jobtrail.http.Id;
import jobtrail.http.IfMatch;
import jobtrail.http.OptionalName;
import jobtrail.http.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lays out paths from templates; each gets steps of its own and forgets where they came from. */
@RestController
@RequestMapping(path = "/api/templates", produces = MediaType.APPLICATION_JSON_VALUE)
class TemplateApplicationController {

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final KnownTemplates templates;
  private final Routes routes;
  private final NewIds ids;
  private final Checked checked;

  TemplateApplicationController(
      CommandDesk desk,
      KnownStreams streams,
      KnownTemplates templates,
      Routes routes,
      NewIds ids,
      Checked checked) {
    this.desk = desk;
    this.streams = streams;
    this.templates = templates;
    this.routes = routes;
    this.ids = ids;
    this.checked = checked;
  }

  @PostMapping("/{templateId}/apply")
  @Operation(summary = "Lay out a path for a job from a template")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PathAnswer.class)))
  ResponseEntity<Object> apply(
      @PathVariable String templateId, @RequestBody Application asked, Caller caller) {
    KnownTemplate template = templates.of(templateId);
    checked.require(asked);
    JobId jobId = streams.job(asked.jobId());
    PathId id = new PathId(ids.next(PathId.PREFIX));
    CreatePath command =
        new CreatePath(
            id,
            jobId,
            asked.pathName() == null ? template.name() : asked.pathName().strip(),
            asked.goalQuantity(),
            AdvancementMode.STRICT,
            template.steps().stream().map(this::copied).toList());
    Answer<PathState> answer = desk.send(command, caller, IfMatch.ABSENT);
    routes.stored(id, answer.position());
    return answer.created("/api/paths/" + id, PathAnswer.of(answer));
  }

  private Step copied(TemplateStep step) {
    return new Step(
        new StepId(ids.next(StepId.PREFIX)),
        step.name(),
        step.location(),
        step.optional(),
        step.dependencyType());
  }

  /** The body of POST /api/templates/{id}/apply. */
  record Application(
      @Id String jobId, @Quantity Integer goalQuantity, @OptionalName @Nullable String pathName) {}
}
