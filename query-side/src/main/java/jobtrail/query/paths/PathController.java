package jobtrail.query.paths;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import jobtrail.http.ETags;
import jobtrail.http.RequestRefused;
import jobtrail.query.jobprogress.JobProgress;
import jobtrail.query.jobprogress.JobProgress.StepCount;
import jobtrail.query.paths.PathView.StepView;
import jobtrail.query.platform.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/paths")
@Tag(name = "Paths")
class PathController {

  private final Paths paths;
  private final JobProgress progress;

  PathController(Paths paths, JobProgress progress) {
    this.paths = paths;
    this.progress = progress;
  }

  @GetMapping("/{pathId}")
  @Reads({Paths.VIEW, JobProgress.VIEW})
  @Operation(summary = "One path, and where its serials stand")
  ResponseEntity<PathAnswer> one(@PathVariable("pathId") String id) {
    PathView path = paths.byId(id).orElseThrow(() -> RequestRefused.notFound("Path", id));
    long completed = progress.ofPath(id).completed();
    return ResponseEntity.ok()
        .eTag(ETags.of(path.version()))
        .body(new PathAnswer(path, distribution(path, progress.steps(id), completed)));
  }

  private static List<Standing> distribution(
      PathView path, List<StepCount> counts, long completed) {
    long[] standing = new long[path.steps().size()];
    long[] done = new long[path.steps().size()];
    for (StepCount count : counts) {
      if (!path.knows(count.stepId())) {
        // The counters are a moment ahead of the paths.
        continue;
      }
      int index = path.indexOf(count.stepId());
      standing[index] += count.standing();
      if (path.steps().get(index).id().equals(count.stepId())) {
        done[index] = count.done();
      }
    }
    long most = 0;
    for (long count : standing) {
      most = Math.max(most, count);
    }
    List<Standing> distribution = new ArrayList<>();
    for (StepView step : path.steps()) {
      long count = standing[step.order()];
      distribution.add(
          new Standing(
              step.id(),
              step.name(),
              step.order(),
              step.location(),
              count,
              completed,
              done[step.order()],
              count > 0 && count == most));
    }
    return distribution;
  }

  @Schema(name = "PathWithDistribution")
  record PathAnswer(@JsonUnwrapped PathView path, List<Standing> distribution) {}

  @Schema(name = "StepDistribution")
  record Standing(
      String stepId,
      String stepName,
      int stepOrder,
      @Nullable String location,
      @Schema(description = "Serials that stand on the step now") long serialCount,
      @Schema(description = "Serials that finished the whole path; the same on every step")
          long completedCount,
      @Schema(description = "Serials that are done with this step") long doneCount,
      @JsonProperty("isBottleneck") boolean isBottleneck) {}
}
