package jobtrail.command.path;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import jobtrail.command.path.PathCommand.AssignStep;
import jobtrail.command.path.PathCommand.Assignee;
import jobtrail.command.path.PathCommand.ConfigureStep;
import jobtrail.command.path.PathRefused.Reason;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownUsers;
import jobtrail.command.platform.Routes;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.user.UserId;
import jobtrail.http.Checked;
import jobtrail.http.FieldError;
import jobtrail.http.Id;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Says of a single step who sees to it and what it asks of serials. */
@RestController
@RequestMapping(path = "/api/steps", produces = MediaType.APPLICATION_JSON_VALUE)
class StepController {

  private final CommandDesk desk;
  private final StepIndex steps;
  private final KnownUsers users;
  private final Routes routes;
  private final Checked checked;

  StepController(
      CommandDesk desk, StepIndex steps, KnownUsers users, Routes routes, Checked checked) {
    this.desk = desk;
    this.steps = steps;
    this.users = users;
    this.routes = routes;
    this.checked = checked;
  }

  @PatchMapping("/{stepId}/assign")
  @Operation(summary = "Say who is to see to a step; null for nobody")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StepAnswer.class)))
  ResponseEntity<Object> assign(
      @PathVariable String stepId, @RequestBody Assignment asked, IfMatch ifMatch, Caller caller) {
    StepPlace place = place(stepId);
    Somebody somebody = asked.somebody();
    if (somebody == null) {
      AssignStep nobody = new AssignStep(place.pathId(), place.stepId(), null, Assignee.NOBODY);
      return send(nobody, place.stepId(), caller, ifMatch);
    }
    checked.require(somebody);
    return send(assignment(place, somebody.userId()), place.stepId(), caller, ifMatch);
  }

  @PatchMapping("/{stepId}/config")
  @Operation(summary = "Say what a step asks of serials from now on")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StepAnswer.class)))
  ResponseEntity<Object> configure(
      @PathVariable String stepId, @RequestBody Config asked, IfMatch ifMatch, Caller caller) {
    StepPlace place = place(stepId);
    if (asked.saysNothing()) {
      throw RequestRefused.invalid(
          List.of(
              new FieldError("optional", "is required unless dependencyType is given"),
              new FieldError("dependencyType", "is required unless optional is given")));
    }
    return send(
        new ConfigureStep(place.pathId(), place.stepId(), asked.optional(), asked.dependencyType()),
        place.stepId(),
        caller,
        ifMatch);
  }

  private AssignStep assignment(StepPlace place, String user) {
    UserId userId =
        userId(user)
            .orElseThrow(
                () -> new PathRefused(Reason.USER_UNKNOWN, "User not found: " + user, "userId"));
    Assignee assignee =
        users
            .active(userId)
            .map(active -> active ? Assignee.ACTIVE : Assignee.INACTIVE)
            .orElse(Assignee.UNKNOWN);
    return new AssignStep(place.pathId(), place.stepId(), userId, assignee);
  }

  /** Before the answer leaves, this node's own routes know what has changed. */
  private ResponseEntity<Object> send(
      PathCommand command, StepId stepId, Caller caller, IfMatch ifMatch) {
    Answer<PathState> answer = desk.send(command, caller, ifMatch);
    routes.stored(command.pathId(), answer.position());
    return answer.ok(StepAnswer.one((PathState.LaidOut) answer.state(), stepId));
  }

  /** An unknown step is told before anything is said about the body. */
  private StepPlace place(String step) {
    return stepId(step)
        .flatMap(id -> steps.pathOf(id).map(path -> new StepPlace(path, id)))
        .filter(place -> routes.of(place.pathId()).filter(route -> !route.deleted()).isPresent())
        .orElseThrow(() -> new PathRefused(Reason.STEP_UNKNOWN, "ProcessStep not found: " + step));
  }

  private static Optional<StepId> stepId(String id) {
    try {
      return Optional.of(new StepId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<UserId> userId(String id) {
    try {
      return Optional.of(new UserId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private record StepPlace(PathId pathId, StepId stepId) {}

  /**
   * The body of PATCH /api/steps/{id}/assign; to say null and to say nothing are two things here.
   */
  record Assignment(
      @Schema(
              types = {"string", "null"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable JsonNode userId) {

    /** The user who is to see to the step; null for nobody. */
    @Nullable Somebody somebody() {
      if (userId == null) {
        throw RequestRefused.invalid("userId", "is required; null for nobody");
      }
      if (userId.isNull()) {
        return null;
      }
      if (!userId.isString()) {
        throw RequestRefused.invalid("userId", "must be text");
      }
      return new Somebody(userId.stringValue());
    }
  }

  /** A user as a request names them. */
  record Somebody(@Id String userId) {}

  /** The body of PATCH /api/steps/{id}/config. */
  record Config(@Nullable Boolean optional, @Nullable DependencyType dependencyType) {

    boolean saysNothing() {
      return optional == null && dependencyType == null;
    }
  }
}
