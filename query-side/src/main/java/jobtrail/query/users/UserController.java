package jobtrail.query.users;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.http.ETags;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
@Tag(name = "Users")
class UserController {

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @GetMapping
  @Reads(Users.VIEW)
  @Operation(summary = "Active users by name")
  ResponseEntity<List<UserView>> all(
      @Parameter(description = "Also those who are not active")
          @RequestParam(defaultValue = "false")
          boolean all,
      Page page,
      HttpServletRequest request) {
    return Listing.answer(
        users.byName(all, page), page, UserView::createdPosition, user -> user, request);
  }

  @GetMapping("/{userId}")
  @Reads(Users.VIEW)
  @Operation(summary = "One user, active or not")
  ResponseEntity<UserView> one(@PathVariable("userId") String id) {
    UserView user = users.byId(id).orElseThrow(() -> RequestRefused.notFound("User", id));
    return ResponseEntity.ok().eTag(ETags.of(user.version())).body(user);
  }
}
