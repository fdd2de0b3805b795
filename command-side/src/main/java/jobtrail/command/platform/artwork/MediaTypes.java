package jobtrail.command.platform.artwork;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is by its first bytes. */
final class MediaTypes {

  private MediaTypes() {}

  /** Reads from the beginning, and closes nothing. */
  static String of(FileChannel file) throws IOException {
    InputStream bytes = new BufferedInputStream(Channels.newInputStream(file.position(0)));
    return Known.TYPES.detect(bytes, new Metadata()).getBaseType().toString();
  }

  /** Read when the first file comes: the list is long, and a start should not wait for it. */
  private static final class Known {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }
}
