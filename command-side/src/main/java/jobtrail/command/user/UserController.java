package jobtrail.command.user;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.NewIds;
import jobtrail.command.platform.Trimmed;
import jobtrail.command.user.UserCommand.CreateUser;
import jobtrail.command.user.UserCommand.UpdateUser;
import jobtrail.events.PersonalText;
import jobtrail.events.user.UserId;
import jobtrail.http.Checked;
import jobtrail.http.IfMatch;
import jobtrail.http.Name;
import jobtrail.http.OptionalName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the people of the shop and notes what changes about them. */
@RestController
@RequestMapping(path = "/api/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UserController {

  private final CommandDesk desk;
  private final KnownStreams streams;
  private final NewIds ids;
  private final Checked checked;

  UserController(CommandDesk desk, KnownStreams streams, NewIds ids, Checked checked) {
    this.desk = desk;
    this.streams = streams;
    this.ids = ids;
    this.checked = checked;
  }

  @PostMapping
  @Operation(summary = "Take in a user")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UserAnswer.class)))
  ResponseEntity<Object> create(@Valid @RequestBody NewUser user, Caller caller) {
    UserId id = new UserId(ids.next(UserId.PREFIX));
    Answer<UserState> answer =
        desk.send(
            new CreateUser(id, name(id, user.name()), Trimmed.of(user.department())),
            caller,
            IfMatch.ABSENT);
    desk.grown(id.value());
    return answer.created("/api/users/" + id, UserAnswer.of(answer));
  }

  @PutMapping("/{userId}")
  @Operation(summary = "Change a user; what is not given stays as it is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UserAnswer.class)))
  ResponseEntity<Object> change(
      @PathVariable String userId,
      @RequestBody UserChanges changes,
      IfMatch ifMatch,
      Caller caller) {
    UserId id = streams.user(userId);
    checked.require(changes);
    UpdateUser command =
        new UpdateUser(
            id,
            changes.name() == null ? null : name(id, changes.name()),
            Trimmed.of(changes.department()),
            changes.active());
    Answer<UserState> answer = desk.send(command, caller, ifMatch);
    if (changes.name() != null) {
      // What this node just heard in the open it reads again from the ledger, sealed.
      desk.grown(id.value());
    }
    return answer.ok(UserAnswer.of(answer));
  }

  private static PersonalText name(UserId id, String name) {
    return PersonalText.of(id.value(), name.strip());
  }

  /** The body of POST /api/users. */
  record NewUser(@Name String name, @OptionalName @Nullable String department) {}

  /** The body of PUT /api/users/{id}; whatever else is sent is ignored. */
  record UserChanges(
      @OptionalName @Nullable String name,
      @OptionalName @Nullable String department,
      @Nullable Boolean active) {}

  /** A user as POST and PUT answer them. */
  record UserAnswer(
      UserId id, String name, @Nullable String department, boolean active, Instant createdAt) {

    /** The answer for a state whose name is open. */
    static UserAnswer of(Answer<UserState> answer) {
      UserState.Known user = (UserState.Known) answer.state();
      return new UserAnswer(
          user.userId(), user.name().shown(), user.department(), user.active(), answer.createdAt());
    }
  }
}
