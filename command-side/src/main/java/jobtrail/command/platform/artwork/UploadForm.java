package jobtrail.command.platform.artwork;

import java.util.ArrayList;
import java.util.List;
import jobtrail.command.platform.artwork.IncomingFile.Content;
import jobtrail.events.item.ItemFile;
import jobtrail.http.Id;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** A form that brought files, read to its end. Its files are gone with it unless they were kept. */
public final class UploadForm implements AutoCloseable {

  private final List<IncomingFile> incoming = new ArrayList<>();
  private final List<ItemFile> files = new ArrayList<>();
  private @Nullable String userId;

  UploadForm() {}

  /** The files as an event tells them, in the order in which they came. */
  public List<ItemFile> files() {
    return List.copyOf(files);
  }

  /** Who the form says it is from; null when it does not. */
  public @Nullable String userId() {
    return userId;
  }

  /** Puts all files into the store; from here on an event may speak of them. */
  public void keep() {
    incoming.forEach(IncomingFile::keep);
  }

  @Override
  public void close() {
    incoming.forEach(IncomingFile::close);
  }

  int count() {
    return incoming.size();
  }

  /** One more file is coming; whatever becomes of it, it is cleared away with this form. */
  IncomingFile add(IncomingFile file) {
    incoming.add(file);
    return file;
  }

  void completed(String name, Content content) {
    files.add(new ItemFile(name, content.size(), content.sha256(), content.mediaType()));
  }

  void from(String said) {
    if (userId != null) {
      throw RequestRefused.invalid("userId", "is given more than once");
    }
    userId = said;
  }

  /** What is checked as a JSON body would be. */
  record Fields(@Id(required = false) @Nullable String userId) {}
}
