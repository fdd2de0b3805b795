package jobtrail.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import jobtrail.http.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** One page of a list, and the way to the next. */
public final class Listing {

  private Listing() {}

  /** The answer for rows that were read with one more than the page holds. */
  public static <R, V> ResponseEntity<List<V>> answer(
      List<R> rows,
      Page page,
      ToLongFunction<R> position,
      Function<R, V> view,
      HttpServletRequest request) {
    List<R> shown = rows.size() > page.limit() ? rows.subList(0, page.limit()) : rows;
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (shown.size() < rows.size()) {
      long last = position.applyAsLong(shown.getLast());
      answer.header(HttpHeaders.LINK, Page.linkToNext(request, last));
    }
    return answer.body(shown.stream().map(view).toList());
  }
}
