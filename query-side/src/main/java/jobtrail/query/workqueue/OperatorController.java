package jobtrail.query.workqueue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.jobs.Jobs;
import jobtrail.query.notes.NoteView;
import jobtrail.query.notes.Notes;
import jobtrail.query.paths.Paths;
import jobtrail.query.platform.Reads;
import jobtrail.query.serials.Serials;
import jobtrail.query.users.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/operator")
@Tag(name = "Operator")
class OperatorController {

  private final WorkQueueSql queues;
  private final NamedStepsSql named;
  private final Users users;
  private final Notes notes;

  OperatorController(WorkQueueSql queues, NamedStepsSql named, Users users, Notes notes) {
    this.queues = queues;
    this.named = named;
    this.users = users;
    this.notes = notes;
  }

  @GetMapping("/step/{stepId}")
  @Reads({QueuePathsSql.VIEW, Serials.VIEW, Jobs.VIEW, Paths.VIEW, Notes.VIEW})
  @Operation(
      summary = "What waits at one step",
      description = "A step no longer in use is answered with the one where its serials count.")
  StepAnswer step(@PathVariable("stepId") String id) {
    QueuedWork work = queues.step(id).orElseThrow(() -> RequestRefused.stepNotFound(id));
    return new StepAnswer(work, notes.ofStep(id), waitingBefore(work));
  }

  @GetMapping("/work-queue")
  @Reads({QueuePathsSql.VIEW, Serials.VIEW, Jobs.VIEW, Paths.VIEW, Users.VIEW})
  @Operation(summary = "All steps at which something waits, in groups")
  ResponseEntity<GroupedQueueView> grouped(
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"operator", "location", "step"},
                      defaultValue = "operator"))
          @RequestParam(required = false)
          @Nullable String groupBy,
      Page page,
      HttpServletRequest request) {
    Grouping by = wanted(groupBy);
    return answer(
        queues.busy(null, cursor(page), page.limit() + 1),
        page,
        request,
        rows -> GroupedQueueView.of(rows, by, labels(rows, by)));
  }

  @GetMapping("/queue/_all")
  @Reads({QueuePathsSql.VIEW, Serials.VIEW, Jobs.VIEW, Paths.VIEW})
  @Operation(
      summary = "Everybody's queue",
      description =
          "Empty first steps are in it while more serials are to be created on their paths.")
  ResponseEntity<QueueAnswer> everybodys(Page page, HttpServletRequest request) {
    return answer(
        queues.busyOrWanting(cursor(page), page.limit() + 1),
        page,
        request,
        rows -> new QueueAnswer("_all", rows, QueuedWork.total(rows)));
  }

  @GetMapping("/queue/{userId}")
  @Reads({QueuePathsSql.VIEW, Serials.VIEW, Jobs.VIEW, Paths.VIEW})
  @Operation(
      summary = "One operator's queue: what waits at the steps that are assigned to them",
      description =
          "Empty for an id that no step is assigned to, whether or not there is such a user.")
  ResponseEntity<QueueAnswer> ones(
      @PathVariable("userId") String userId, Page page, HttpServletRequest request) {
    return answer(
        queues.busy(userId, cursor(page), page.limit() + 1),
        page,
        request,
        rows -> new QueueAnswer(userId, rows, QueuedWork.total(rows)));
  }

  @GetMapping("/{stepName}")
  @Reads({QueuePathsSql.VIEW, Serials.VIEW, Jobs.VIEW, Paths.VIEW})
  @Operation(
      summary = "What waits at, and comes to, all steps of one name",
      description =
          "Each list shows as many as limit says, 100 unless told; the counts tell how many there"
              + " are.")
  StepNameView named(@PathVariable("stepName") String name, Page page, HttpServletRequest request) {
    // That many are read of every step on the way: few, unless somebody wants more.
    int most = request.getParameter("limit") == null ? WorkQueueSql.SHOWN : page.limit();
    return StepNameView.of(name, named.named(name), named.coming(name, most), most);
  }

  private @Nullable Long waitingBefore(QueuedWork work) {
    return work.partCount() > 0 || work.previousStepId() == null
        ? null
        : queues.step(work.previousStepId()).map(QueuedWork::partCount).orElse(0L);
  }

  /** Operators go by their names, or by their ids where nobody knows them; all else as it is. */
  private UnaryOperator<String> labels(List<QueuedWork> rows, Grouping by) {
    if (by != Grouping.OPERATOR) {
      return UnaryOperator.identity();
    }
    Set<String> operators = new HashSet<>();
    for (QueuedWork row : rows) {
      if (row.assignedTo() != null) {
        operators.add(row.assignedTo());
      }
    }
    Map<String, String> names = operators.isEmpty() ? Map.of() : users.names(operators);
    return id -> names.getOrDefault(id, id);
  }

  private static long cursor(Page page) {
    return page.cursor() == null ? 0 : page.cursor();
  }

  private static <A> ResponseEntity<A> answer(
      List<QueuedWork> rows,
      Page page,
      HttpServletRequest request,
      Function<List<QueuedWork>, A> answer) {
    List<QueuedWork> shown = rows.size() > page.limit() ? rows.subList(0, page.limit()) : rows;
    ResponseEntity.BodyBuilder response = ResponseEntity.ok();
    if (shown.size() < rows.size()) {
      response.header(HttpHeaders.LINK, Page.linkToNext(request, shown.getLast().place()));
    }
    return response.body(answer.apply(shown));
  }

  private static Grouping wanted(@Nullable String said) {
    Grouping grouping = said == null ? Grouping.OPERATOR : Grouping.of(said);
    if (grouping == null) {
      throw RequestRefused.invalid("groupBy", "must be one of: operator, location, step");
    }
    return grouping;
  }

  @Schema(name = "OperatorQueue")
  record QueueAnswer(
      String operatorId,
      List<QueuedWork> jobs,
      @Schema(description = "Serials of the rows in this answer") long totalParts) {}

  @Schema(name = "OperatorStep")
  record StepAnswer(
      QueuedWork job,
      @Schema(description = "The first thousand, oldest first") List<NoteView> notes,
      @Schema(description = "Serials that stand one step before; only of an empty step")
          @Nullable Long previousStepWipCount) {}
}
