package jobtrail.events;

import java.util.regex.Pattern;

/** The shape of ids: a prefix, then 12 characters of A-Z a-z 0-9 _ -. */
public final class Ids {

  /** Longest id that is looked at at all, in characters. */
  public static final int MAX_LENGTH = 64;

  private static final Pattern TAIL = Pattern.compile("[A-Za-z0-9_-]{1,58}");

  private Ids() {}

  /**
   * The id itself when it has the prefix and a well-formed tail.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static String checked(String prefix, String id) {
    if (!id.startsWith(prefix) || !TAIL.matcher(id.substring(prefix.length())).matches()) {
      throw new IllegalArgumentException("Not an id of the form " + prefix + "…");
    }
    return id;
  }
}
