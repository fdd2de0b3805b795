package jobtrail.command.job;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import jobtrail.command.job.JobCommand.ChangeTags;
import jobtrail.command.job.JobCommand.CreateJob;
import jobtrail.command.job.JobCommand.UpdateJob;
import jobtrail.command.job.JobRequests.ContactDetails;
import jobtrail.command.job.JobRequests.JobChanges;
import jobtrail.command.job.JobRequests.NewJob;
import jobtrail.command.job.JobRequests.Tags;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.command.platform.ItemsOfJobs;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.NewItem;
import jobtrail.command.platform.Trimmed;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobId;
import jobtrail.http.Checked;
import jobtrail.http.IfMatch;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in jobs and changes them. */
@RestController
@RequestMapping(path = "/api/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
class JobController {

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final NewIds ids;
  private final Checked checked;
  private final ItemsOfJobs items;

  JobController(
      CommandDesk desk, KnownStreams streams, NewIds ids, Checked checked, ItemsOfJobs items) {
    this.desk = desk;
    this.streams = streams;
    this.ids = ids;
    this.checked = checked;
    this.items = items;
  }

  @PostMapping
  @Operation(summary = "Take in a job, with its items if it has any: all or nothing")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = JobAnswer.class)))
  ResponseEntity<Object> create(@Valid @RequestBody NewJob job, Caller caller) {
    if (job.lacksGoal()) {
      throw RequestRefused.invalid("goalQuantity", "is required");
    }
    JobId id = new JobId(ids.next(JobId.PREFIX));
    CreateJob command =
        new CreateJob(
            id,
            job.name().strip(),
            job.goalQuantity(),
            Trimmed.of(job.reference()),
            Trimmed.of(job.company()),
            job.contact() == null ? null : job.contact().of(id),
            job.jira());
    if (!job.lines().isEmpty()) {
      return createWithItems(command, job.lines(), caller);
    }
    Answer<JobState> answer = desk.send(command, caller, IfMatch.ABSENT);
    leaveSealed(id, job.contact());
    return answer.created("/api/jobs/" + id, JobAnswer.of(answer, "open"));
  }

  private ResponseEntity<Object> createWithItems(
      CreateJob command, List<NewItem> lines, Caller caller) {
    JobCreated created = JobDecider.create(command);
    Answer<List<ItemAnswer>> answer = items.takeIn(created, lines, caller);
    Answer<JobState> job =
        new Answer<>(
            new JobState.NotCreated().evolve(created),
            0,
            answer.position(),
            answer.createdAt(),
            answer.updatedAt());
    return job.created("/api/jobs/" + command.jobId(), JobAnswer.of(job, answer.state(), "open"));
  }

  @PutMapping("/{jobId}")
  @Operation(summary = "Change a job; what is not given stays as it is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = JobAnswer.class)))
  ResponseEntity<Object> change(
      @PathVariable String jobId, @RequestBody JobChanges changes, IfMatch ifMatch, Caller caller) {
    // As documented, an unknown job is told before anything is said about the body.
    JobId id = streams.job(jobId);
    checked.require(changes);
    UpdateJob command =
        new UpdateJob(
            id,
            Trimmed.of(changes.name()),
            changes.goalQuantity(),
            Trimmed.of(changes.reference()),
            Trimmed.of(changes.company()),
            changes.contact() == null ? null : changes.contact().of(id));
    Answer<JobState> answer = desk.send(command, caller, ifMatch);
    leaveSealed(id, changes.contact());
    return answer.ok(JobAnswer.of(answer, null));
  }

  @PutMapping("/{jobId}/tags")
  @Operation(summary = "File a job under these words and no others")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TagsAnswer.class)))
  ResponseEntity<Object> tag(
      @PathVariable String jobId, @RequestBody Tags tags, IfMatch ifMatch, Caller caller) {
    JobId id = streams.job(jobId);
    checked.require(tags);
    ChangeTags command = new ChangeTags(id, tags.tags().stream().map(String::strip).toList());
    Answer<JobState> answer = desk.send(command, caller, ifMatch);
    return answer.ok(new TagsAnswer(((JobState.Open) answer.state()).tags()));
  }

  /** What PUT tags answers, and GET tags as well. */
  @Schema(name = "JobTags")
  record TagsAnswer(List<String> tags) {}

  /**
   * What this node just heard in the open it reads again from the ledger, sealed: so an erased
   * contact is erased here too.
   */
  private void leaveSealed(JobId id, @Nullable ContactDetails contact) {
    if (contact != null) {
      desk.grown(id.value());
    }
  }
}
