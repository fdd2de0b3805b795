package jobtrail.command.platform.artwork;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is coming into an {@link ArtworkFolder}, hashed while it is written. Open until the
 * end, since that is what keeps others from taking it for a leftover.
 */
final class FileInFolder implements IncomingFile {

  private static final Logger log = LoggerFactory.getLogger(FileInFolder.class);

  private final ArtworkFolder folder;
  private final Path file;
  private final FileChannel channel;
  private final MessageDigest digest;
  private long size;
  private @Nullable Content content;

  FileInFolder(ArtworkFolder folder, Path file, FileChannel channel) {
    this.folder = folder;
    this.file = file;
    this.channel = channel;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(byte[] bytes, int length) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException cause) {
      throw ArtworkFolder.unusable(cause);
    }
    digest.update(bytes, 0, length);
    size += length;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Content complete() {
    try {
      String type = MediaTypes.of(channel);
      content = new Content(size, HexFormat.of().formatHex(digest.digest()), type);
      return content;
    } catch (IOException cause) {
      throw ArtworkFolder.unusable(cause);
    }
  }

  @Override
  public void keep() {
    Content complete = Objects.requireNonNull(content, "not complete");
    try {
      channel.force(true);
      folder.put(file, complete.sha256(), complete.size());
    } catch (IOException cause) {
      throw ArtworkFolder.unusable(cause);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException cause) {
      log.warn("Cannot remove {}; a later start will", file, cause);
    }
  }
}
