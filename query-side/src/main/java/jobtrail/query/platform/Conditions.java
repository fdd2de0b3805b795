package jobtrail.query.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of the rows that a list is made of, and the values it speaks of. */
public final class Conditions {

  private final List<String> sql = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /** One that speaks of no value. */
  public void and(String condition) {
    sql.add(condition);
  }

  /** One that speaks of a value; where there is no value, nothing is asked. */
  public void and(String condition, String parameter, @Nullable Object value) {
    if (value != null) {
      sql.add(condition);
      parameters.put(parameter, value);
    }
  }

  /** One for each word of a text, in which {@code :word} stands for a pattern of that word. */
  public void eachWord(String condition, @Nullable String text) {
    if (text != null) {
      String[] words = text.strip().split("\\s+", -1);
      for (int i = 0; i < words.length; i++) {
        and(condition.replace(":word", ":word" + i), "word" + i, Folded.part(words[i]));
      }
    }
  }

  /** Whether nothing is asked. */
  public boolean none() {
    return sql.isEmpty();
  }

  /** The values, by the names of their parameters. */
  public Map<String, Object> parameters() {
    return parameters;
  }

  /** All of them as a clause; empty when there are none. */
  public String where() {
    return sql.isEmpty() ? "" : " where " + String.join(" and ", sql);
  }
}
