package jobtrail.query.users;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import jobtrail.events.PersonalText;
import org.jspecify.annotations.Nullable;

/** A user as they are answered; an erased name reads {@value PersonalText#ERASED}. */
@Schema(name = "ShopUser")
record UserView(
    String id,
    String name,
    @Nullable String department,
    boolean active,
    Instant createdAt,
    @JsonIgnore @Schema(hidden = true) long version,
    @JsonIgnore @Schema(hidden = true) long createdPosition) {

  static UserView of(UserRow row, PersonalText opened) {
    return new UserView(
        row.userId,
        opened.shown(),
        row.department,
        row.active,
        row.createdAt,
        row.version,
        row.createdPosition);
  }
}
