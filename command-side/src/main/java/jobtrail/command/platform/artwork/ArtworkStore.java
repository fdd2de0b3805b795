package jobtrail.command.platform.artwork;

import java.nio.file.Path;
import java.util.Optional;

/** The shop's plan chest: every file of artwork and every proof, each once, however often sent. */
public interface ArtworkStore {

  /** Makes room for a file that is about to come. */
  IncomingFile receive();

  /**
   * Where a content can be read.
   *
   * @param sha256 as an {@link jobtrail.events.item.ItemFile} has it
   * @return empty when it is not there, or not as long as it was
   */
  Optional<Path> find(String sha256, long size);
}
