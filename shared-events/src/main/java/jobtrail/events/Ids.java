package jobtrail.events;

/** The shape of ids: a prefix, then 12 characters of A-Z a-z 0-9 _ -. */
public final class Ids {

  /** Longest id that is looked at at all, in characters. */
  public static final int MAX_LENGTH = 64;

  private static final int LONGEST_TAIL = 58;

  private Ids() {}

  /**
   * The id itself when it has the prefix and a well-formed tail.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static String checked(String prefix, String id) {
    int tail = id.length() - prefix.length();
    if (tail < 1 || tail > LONGEST_TAIL || !id.startsWith(prefix) || !plain(id, prefix.length())) {
      throw new IllegalArgumentException("Not an id of the form " + prefix + "…");
    }
    return id;
  }

  /** By hand: every event that is read has several ids, and a pattern took longer than the JSON. */
  private static boolean plain(String id, int from) {
    for (int i = from; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
