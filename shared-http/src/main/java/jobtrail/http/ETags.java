package jobtrail.http;

/** Entity tags: the sequence number of a stream's last event, in quotes. */
public final class ETags {

  private ETags() {}

  /** The value of the {@code ETag} header for a version. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }
}
