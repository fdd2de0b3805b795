package jobtrail.events.item;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of artwork, or of a proof.
 *
 * @param name as its owner calls it, without any folder
 * @param size in bytes; null when only the name is known
 * @param sha256 of its content, 64 hexadecimal digits in lower case; null when it is not known
 * @param mediaType what its content was recognised as, for example {@code application/pdf}; null
 *     for a file that was named and not uploaded, whose content Jobtrail does not have
 */
public record ItemFile(
    String name, @Nullable Long size, @Nullable String sha256, @Nullable String mediaType) {

  public ItemFile {
    Objects.requireNonNull(name, "name");
    if (mediaType != null && (size == null || sha256 == null)) {
      throw new IllegalArgumentException("An uploaded file has a size and a sha256");
    }
  }

  /** A file that somebody spoke of without sending it. */
  public static ItemFile named(String name, @Nullable Long size, @Nullable String sha256) {
    return new ItemFile(name, size, sha256, null);
  }

  /** Whether its content can be had from Jobtrail. */
  public boolean uploaded() {
    return mediaType != null;
  }
}
