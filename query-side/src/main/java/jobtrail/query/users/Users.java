package jobtrail.query.users;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jobtrail.events.PersonalText;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.SubjectKeys;
import jobtrail.query.platform.Stored;
import org.springframework.stereotype.Component;

/** The users as they are answered; names are opened here, with one query for a whole list. */
@Component
public class Users {

  /** Name of the view. */
  public static final String VIEW = "users";

  /** A shop has few enough people to sort them once their names can be read. */
  private static final Comparator<UserView> BY_NAME =
      Comparator.comparing(UserView::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparingLong(UserView::createdPosition);

  private final UserRows rows;
  private final SubjectKeys keys;
  private final Stored stored;

  Users(UserRows rows, SubjectKeys keys, Stored stored) {
    this.rows = rows;
    this.keys = keys;
    this.stored = stored;
  }

  /** Names of those of these users that there are, active or not. */
  public Map<String, String> names(Collection<String> userIds) {
    return views(rows.findAllById(userIds)).stream()
        .collect(Collectors.toMap(UserView::id, UserView::name));
  }

  Optional<UserView> byId(String userId) {
    return views(rows.findById(userId).stream().toList()).stream().findFirst();
  }

  /**
   * By name, one more than the page holds when there are more.
   *
   * @throws RequestRefused 400 when the page starts behind a user that there is not
   */
  List<UserView> byName(boolean all, Page page) {
    List<UserView> users = views(rows.findAll()).stream().sorted(BY_NAME).toList();
    int from = page.cursor() == null ? 0 : place(users, page.cursor()) + 1;
    return users.subList(from, users.size()).stream()
        .filter(user -> all || user.active())
        .limit(page.limit() + 1L)
        .toList();
  }

  private static int place(List<UserView> users, long cursor) {
    return IntStream.range(0, users.size())
        .filter(i -> users.get(i).createdPosition() == cursor)
        .findFirst()
        .orElseThrow(() -> RequestRefused.invalid("cursor", "is not known"));
  }

  private List<UserView> views(List<UserRow> found) {
    List<PersonalText> names =
        keys.open(found.stream().map(row -> stored.value(row.name, PersonalText.class)).toList());
    return IntStream.range(0, found.size())
        .mapToObj(i -> UserView.of(found.get(i), names.get(i)))
        .toList();
  }
}
