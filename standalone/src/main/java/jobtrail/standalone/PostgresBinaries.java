package jobtrail.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs for this platform, unpacked once into the data directory. */
record PostgresBinaries(Path home) {

  static PostgresBinaries unpackedInto(Path directory) throws IOException {
    ClassPathResource archive = new ClassPathResource(archiveName());
    if (!archive.exists()) {
      throw new DatabaseUnavailable(
          "This build of Jobtrail brings no PostgreSQL for this platform (" + archiveName() + ").",
          "Build it on this platform, or use a database elsewhere:"
              + " --jobtrail.database.url=jdbc:postgresql://host/database with .username and .password.");
    }
    Path home = directory.resolve("binaries-" + fingerprint(archive));
    if (!Files.exists(home)) {
      Path part = home.resolveSibling(home.getFileName() + ".part");
      FileSystemUtils.deleteRecursively(part);
      unpack(archive, part);
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(onWindows() ? name + ".exe" : name);
  }

  private static void unpack(ClassPathResource archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive.getInputStream())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException(entry.getName() + " points out of the archive");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(target.resolve(entry.getName()).resolveSibling("."));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
          }
        }
      }
    }
  }

  private static String fingerprint(ClassPathResource archive) throws IOException {
    try (InputStream bytes = archive.getInputStream()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new UncheckedIOException(new IOException(everyJavaHasIt));
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    return "postgres-"
        + (system.startsWith("mac") ? "darwin" : onWindows() ? "windows" : "linux")
        + (machine.equals("aarch64") ? "-arm_64" : "-x86_64")
        + ".txz";
  }

  private static boolean onWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}
