package jobtrail.command.priority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.priority.PriorityCommand.SetPriorities;
import jobtrail.http.Id;
import jobtrail.http.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts the open jobs in order. */
@RestController
@RequestMapping(path = "/api/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
class PriorityController {

  private final CommandDesk desk;

  PriorityController(CommandDesk desk) {
    this.desk = desk;
  }

  @PatchMapping("/priorities")
  @Operation(summary = "Put all open jobs in order, the most urgent first")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = JobPriority.class))))
  ResponseEntity<Object> set(@Valid @RequestBody NewOrder order, IfMatch ifMatch, Caller caller) {
    SetPriorities command = SetPriorities.of(order.jobIds().stream().map(String::strip).toList());
    Answer<PriorityState> answer = desk.send(command, caller, ifMatch);
    List<JobPriority> ranked = new ArrayList<>(command.jobIds().size());
    command.jobIds().forEach(id -> ranked.add(new JobPriority(id, ranked.size() + 1)));
    return answer.ok(ranked);
  }

  /** The body of PATCH priorities. A job that is named twice counts where it is named first. */
  record NewOrder(
      @NotNull(message = "is required") @Size(min = 1, message = "must have at least one item")
          List<@Id String> jobIds) {}

  /**
   * One job's place.
   *
   * @param priority 1 for the most urgent
   */
  record JobPriority(String id, int priority) {}
}
