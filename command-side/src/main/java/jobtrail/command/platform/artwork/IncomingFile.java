package jobtrail.command.platform.artwork;

/**
 * A file on its way into the store. It is written as it comes and is gone without a trace when it
 * is closed before it was kept.
 */
public interface IncomingFile extends AutoCloseable {

  /** The next bytes of the file. */
  void write(byte[] bytes, int length);

  /** How many bytes have come. */
  long size();

  /** The file is complete. Tells what it is; nothing of it is in the store so far. */
  Content complete();

  /**
   * Puts the completed file into the store. It survives a power cut from here on, so that an event
   * may speak of it.
   */
  void keep();

  /** Forgets the file unless it was kept. */
  @Override
  void close();

  /**
   * What came.
   *
   * @param sha256 in 64 hexadecimal digits of lower case
   * @param mediaType as its bytes tell, whatever its name or its sender say
   */
  record Content(long size, String sha256, String mediaType) {}
}
