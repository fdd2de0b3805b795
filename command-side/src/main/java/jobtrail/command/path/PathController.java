package jobtrail.command.path;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import jobtrail.command.path.PathCommand.CreatePath;
import jobtrail.command.path.PathCommand.DeletePath;
import jobtrail.command.path.PathCommand.StepDraft;
import jobtrail.command.path.PathCommand.UpdatePath;
import jobtrail.command.path.PathRequests.ModeChange;
import jobtrail.command.path.PathRequests.PathChanges;
import jobtrail.command.path.PathRequests.PathPlan;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.Routes;
import jobtrail.command.platform.Trimmed;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.http.Checked;
import jobtrail.http.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lays out paths, changes and deletes them. */
@RestController
@RequestMapping(path = "/api/paths", produces = MediaType.APPLICATION_JSON_VALUE)
class PathController {

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final Routes routes;
  private final NewIds ids;
  private final Checked checked;

  PathController(
      CommandDesk desk, KnownStreams streams, Routes routes, NewIds ids, Checked checked) {
    this.desk = desk;
    this.streams = streams;
    this.routes = routes;
    this.ids = ids;
    this.checked = checked;
  }

  @PostMapping
  @Operation(summary = "Lay out a path for a job")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PathAnswer.class)))
  ResponseEntity<Object> create(@Valid @RequestBody PathPlan plan, Caller caller) {
    JobId jobId = streams.job(plan.jobId());
    PathId id = new PathId(ids.next(PathId.PREFIX));
    CreatePath command =
        new CreatePath(
            id,
            jobId,
            plan.name().strip(),
            plan.goalQuantity(),
            plan.mode(),
            plan.steps().stream().map(step -> step.step(ids)).toList());
    Answer<PathState> answer = send(command, caller, IfMatch.ABSENT);
    return answer.created("/api/paths/" + id, PathAnswer.of(answer));
  }

  @PutMapping("/{pathId}")
  @Operation(summary = "Change a path; steps that are named keep their ids")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PathAnswer.class)))
  ResponseEntity<Object> change(
      @PathVariable String pathId,
      @RequestBody PathChanges changes,
      IfMatch ifMatch,
      Caller caller) {
    PathId id = streams.path(pathId).route().pathId();
    checked.require(changes);
    List<StepDraft> steps =
        changes.steps() == null
            ? null
            : changes.steps().stream().map(step -> step.draft(ids)).toList();
    Answer<PathState> answer =
        send(
            new UpdatePath(
                id,
                Trimmed.of(changes.name()),
                changes.goalQuantity(),
                changes.advancementMode(),
                steps,
                Set.of()),
            caller,
            ifMatch);
    return answer.ok(PathAnswer.of(answer));
  }

  @PatchMapping("/{pathId}/advancement-mode")
  @Operation(summary = "Choose how strictly serials follow the steps from now on")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PathAnswer.class)))
  ResponseEntity<Object> changeMode(
      @PathVariable String pathId, @RequestBody ModeChange change, IfMatch ifMatch, Caller caller) {
    PathId id = streams.path(pathId).route().pathId();
    checked.require(change);
    UpdatePath command = new UpdatePath(id, null, null, change.advancementMode(), null, Set.of());
    Answer<PathState> answer = send(command, caller, ifMatch);
    return answer.ok(PathAnswer.of(answer));
  }

  @DeleteMapping("/{pathId}")
  @Operation(summary = "Delete a path that no serial travels")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Deleted.class)))
  ResponseEntity<Object> delete(@PathVariable String pathId, IfMatch ifMatch, Caller caller) {
    PathId id = streams.path(pathId).route().pathId();
    return send(new DeletePath(id), caller, ifMatch).ok(new Deleted(true));
  }

  /** What DELETE answers, as the Shop Planr API has it. */
  record Deleted(boolean success) {}

  /** Sends the command; before the answer leaves, this node's own routes know what has changed. */
  private Answer<PathState> send(PathCommand command, Caller caller, IfMatch ifMatch) {
    Answer<PathState> answer = desk.send(command, caller, ifMatch);
    routes.stored(command.pathId(), answer.position());
    return answer;
  }
}
