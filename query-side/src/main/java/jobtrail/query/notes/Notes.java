package jobtrail.query.notes;

import java.util.List;
import java.util.Optional;
import jobtrail.http.Page;
import org.springframework.stereotype.Component;

/** The notes as other questions need them too. */
@Component
public class Notes {

  /** Name of the view. */
  public static final String VIEW = "notes";

  private final NoteSql sql;

  Notes(NoteSql sql) {
    this.sql = sql;
  }

  /** The first thousand notes left at a step, oldest first. */
  public List<NoteView> ofStep(String stepId) {
    return ofStep(stepId, new Page(Page.DEFAULT_LIMIT - 1, null));
  }

  /** Oldest first, one more than the page holds when there are more. */
  List<NoteView> ofStep(String stepId, Page page) {
    return sql.ofStep(stepId, page).stream().map(NoteView::of).toList();
  }

  List<NoteView> ofSerial(String serialId, Page page) {
    return sql.ofSerial(serialId, page).stream().map(NoteView::of).toList();
  }

  Optional<NoteView> byId(String noteId) {
    return sql.byId(noteId).map(NoteView::of);
  }
}
