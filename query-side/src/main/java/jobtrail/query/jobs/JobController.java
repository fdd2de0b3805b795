package jobtrail.query.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jobtrail.events.item.ItemState;
import jobtrail.http.ETags;
import jobtrail.http.OptionalName;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.jobitems.JobItems;
import jobtrail.query.jobitems.JobItemsView;
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

  private static final int MOST_IDS = 1000;
  private static final Map<String, Boolean> STATUSES = Map.of("open", true, "completed", false);

  private final Jobs jobs;
  private final Paths paths;
  private final JobProgress progress;
  private final ProgressListSql manyProgress;

  JobController(Jobs jobs, Paths paths, JobProgress progress, ProgressListSql manyProgress) {
    this.jobs = jobs;
    this.paths = paths;
    this.progress = progress;
    this.manyProgress = manyProgress;
  }

  @GetMapping
  @Reads({Jobs.VIEW, JobItems.VIEW})
  @Operation(summary = "The jobs that are asked for, newest first or most urgent first")
  ResponseEntity<List<JobView>> all(
      @Parameter(description = "Part of the name, in any case")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String name,
      @Parameter(description = "Only jobs that the customer knows by this number")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String reference,
      @Parameter(description = "The whole company, in any case")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String company,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"open", "completed"}))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(description = "One of the tags, in any case")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String tag,
      @Parameter(description = "Name of a step in use on one of its paths, in any case")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String step,
      @Parameter(
              description =
                  "Words that all stand somewhere in name, reference, company, tags, or Jira's"
                      + " key, summary and part number")
          @OptionalName
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(
              description =
                  "State of the least advanced of its items that are neither cancelled nor"
                      + " archived",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "awaiting_artwork",
                        "in_review",
                        "customer_notified",
                        "proof_sent",
                        "proof_changes_requested",
                        "ready_for_production",
                        "complete"
                      }))
          @RequestParam(required = false)
          @Nullable String itemState,
      @Parameter(
              description =
                  "Whether it has an item that is neither cancelled nor archived, or no items at"
                      + " all")
          @RequestParam(required = false)
          @Nullable Boolean active,
      @Parameter(
              description = "`priority`: most urgent first, the completed ones at the end",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"newest", "priority"}))
          @RequestParam(defaultValue = "newest")
          String sort,
      Page page,
      HttpServletRequest request) {
    JobFilter filter =
        new JobFilter(
            stripped(name),
            stripped(reference),
            stripped(company),
            open(status),
            stripped(tag),
            stripped(step),
            q,
            least(itemState),
            active);
    return switch (sort) {
      case "newest" ->
          Listing.answer(
              jobs.newest(filter, page), page, JobView::createdPosition, job -> job, request);
      case "priority" -> {
        long seen = (page.cursor() == null ? 0 : page.cursor()) + page.limit();
        yield Listing.answer(
            jobs.byPriority(filter, page), page, last -> seen, job -> job, request);
      }
      default -> throw RequestRefused.invalid("sort", "must be one of: newest, priority");
    };
  }

  @GetMapping("/progress")
  @Reads({Jobs.VIEW, Paths.VIEW, JobProgress.VIEW})
  @Operation(summary = "How far many jobs are, newest first")
  ResponseEntity<List<ProgressView>> progressOfMany(
      @Parameter(description = "Only these jobs; unknown ones are left out")
          @RequestParam(required = false)
          @Nullable List<String> jobIds,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"open", "completed"}))
          @RequestParam(required = false)
          @Nullable String status,
      Page page,
      HttpServletRequest request) {
    if (jobIds != null && jobIds.size() > MOST_IDS) {
      throw RequestRefused.invalid("jobIds", "must have at most " + MOST_IDS + " items");
    }
    return Listing.answer(
        manyProgress.newest(jobIds == null ? null : Set.copyOf(jobIds), open(status), page),
        page,
        ProgressListSql.Placed::createdPosition,
        ProgressListSql.Placed::progress,
        request);
  }

  @GetMapping("/{jobId}/tags")
  @Reads(Jobs.VIEW)
  @Operation(summary = "The words a job is filed under")
  ResponseEntity<TagsAnswer> tags(@PathVariable("jobId") String id) {
    Jobs.Tags tags = jobs.tags(id).orElseThrow(() -> RequestRefused.notFound("Job", id));
    return ResponseEntity.ok().eTag(ETags.of(tags.version())).body(new TagsAnswer(tags.tags()));
  }

  @GetMapping("/{jobId}")
  @Reads({Jobs.VIEW, Paths.VIEW, JobProgress.VIEW, JobItems.VIEW})
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

  /** What GET tags answers, and PUT tags as well. */
  @Schema(name = "JobTags")
  record TagsAnswer(List<String> tags) {}

  private static @Nullable String stripped(@Nullable String said) {
    return said == null ? null : said.strip();
  }

  private static @Nullable ItemState least(@Nullable String said) {
    if (said == null) {
      return null;
    }
    ItemState state = ItemState.of(said);
    if (state == null || !JobItemsView.OPEN.contains(state)) {
      throw RequestRefused.invalid("itemState", "must be one of: " + JobItemsView.OPEN_WORDS);
    }
    return state;
  }

  private static @Nullable Boolean open(@Nullable String status) {
    if (status != null && !STATUSES.containsKey(status)) {
      throw RequestRefused.invalid("status", "must be one of: open, completed");
    }
    return status == null ? null : STATUSES.get(status);
  }
}
