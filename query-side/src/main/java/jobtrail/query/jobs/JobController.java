package jobtrail.query.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.http.ETags;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.jobprogress.JobProgress;
import jobtrail.query.paths.PathView;
import jobtrail.query.paths.Paths;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/jobs")
@Tag(name = "Jobs")
class JobController {

  private final Jobs jobs;
  private final Paths paths;
  private final JobProgress progress;

  JobController(Jobs jobs, Paths paths, JobProgress progress) {
    this.jobs = jobs;
    this.paths = paths;
    this.progress = progress;
  }

  @GetMapping
  @Reads({Jobs.VIEW, Paths.VIEW, JobProgress.VIEW})
  @Operation(summary = "All jobs, newest first")
  ResponseEntity<List<JobView>> all(
      @Parameter(description = "Only jobs that the customer knows by this number")
          @RequestParam(required = false)
          @Nullable String reference,
      Page page,
      HttpServletRequest request) {
    return Listing.answer(
        jobs.newest(reference, page), page, JobView::createdPosition, job -> job, request);
  }

  @GetMapping("/{jobId}")
  @Reads({Jobs.VIEW, Paths.VIEW, JobProgress.VIEW})
  @Operation(summary = "One job with its paths, and how far it is")
  ResponseEntity<JobAnswer> one(@PathVariable("jobId") String id) {
    JobView job = jobs.byId(id).orElseThrow(() -> RequestRefused.notFound("Job", id));
    List<PathView> itsPaths = paths.ofJob(id);
    return ResponseEntity.ok()
        .eTag(ETags.of(job.version()))
        .body(new JobAnswer(job, itsPaths, ProgressView.of(job, itsPaths, progress.ofJob(id))));
  }

  @Schema(name = "JobWithProgress")
  record JobAnswer(@JsonUnwrapped JobView job, List<PathView> paths, ProgressView progress) {}
}
