package jobtrail.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's programs, unpacked once for all tests of a module, since unpacking takes longer than
 * most of them; by one test at a time.
 */
public final class LentBinaries {

  private static final Path SHELF = Path.of("target", "postgres").toAbsolutePath();

  private LentBinaries() {}

  /** Makes {@code directory} a data directory in which the programs lie already. */
  public static synchronized Path lentTo(Path directory) {
    try {
      Files.createDirectories(SHELF);
      Path programs = PostgresBinaries.unpackedInto(SHELF).home();
      Files.createDirectories(directory);
      Path link = directory.resolve(programs.getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, programs);
      }
      return directory;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
