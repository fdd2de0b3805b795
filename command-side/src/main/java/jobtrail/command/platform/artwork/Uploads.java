package jobtrail.command.platform.artwork;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import jobtrail.http.Checked;
import jobtrail.http.FileName;
import jobtrail.http.RequestRefused;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadBase;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * Reads forms that bring files while they come, straight into the store: a file is as large as it
 * likes, memory is not. The servlet's own parts would be written first and hashed afterwards, and
 * know no limit of ours.
 */
public final class Uploads {

  private static final String FILE = "file";
  private static final Set<String> FILES = Set.of(FILE, "files");
  private static final int LONGEST_FIELD = 64 * 1024;
  private static final int MOST_PARTS = 100;

  /** Most files that any form can bring. */
  public static final int MOST_FILES = 20;

  /** What a form has beside the bytes of its files, at most. */
  private static final long TRIMMINGS = 1024 * 1024;

  private final ArtworkStore store;
  private final Checked checked;
  private final long largest;

  Uploads(ArtworkStore store, Checked checked, long largest) {
    this.store = store;
    this.checked = checked;
    this.largest = largest;
  }

  /** How long a form can be, when each file may have so many bytes. */
  static long largestForm(long largestFile) {
    return MOST_FILES * largestFile + TRIMMINGS;
  }

  /**
   * Reads a request to its end.
   *
   * @param mostFiles that are wanted; at least one is required
   * @throws RequestRefused 400 when it is no such form, 413 when a file is too large; nothing is
   *     left of it then
   */
  public UploadForm read(HttpServletRequest request, int mostFiles) {
    if (request.getContentLengthLong() > mostFiles * largest + TRIMMINGS) {
      throw tooLarge();
    }
    UploadForm form = new UploadForm();
    boolean taken = false;
    try {
      readParts(request, mostFiles, form);
      checked.require(new UploadForm.Fields(form.userId()));
      taken = true;
      return form;
    } catch (IOException brokenOffOrNoForm) {
      throw RequestRefused.badRequest(
          "malformed-multipart", "The body is not a form that can be read to its end");
    } finally {
      if (!taken) {
        form.close();
      }
    }
  }

  private void readParts(HttpServletRequest request, int mostFiles, UploadForm form)
      throws IOException {
    FileUpload parser = new FileUpload();
    // Byte for byte: what is not UTF-8 is to be refused and not to be replaced.
    parser.setHeaderEncoding(StandardCharsets.ISO_8859_1.name());
    parser.setPartHeaderSizeMax(LONGEST_FIELD);
    FileItemIterator parts = parser.getItemIterator(new ServletRequestContext(request));
    for (int count = 0; parts.hasNext(); count++) {
      if (count == MOST_PARTS) {
        throw RequestRefused.badRequest(
            "malformed-multipart", "A form cannot have more than " + MOST_PARTS + " parts");
      }
      readPart(parts.next(), mostFiles, form);
    }
    if (form.count() == 0) {
      throw RequestRefused.invalid(FILE, "is required");
    }
  }

  private void readPart(FileItemStream part, int mostFiles, UploadForm form) throws IOException {
    String field = part.getFieldName();
    // Not closed here: that would read on to the end of a part that is too large.
    InputStream bytes = part.openStream();
    if (FILES.contains(field)) {
      if (form.count() == mostFiles) {
        throw RequestRefused.invalid(field, "cannot bring more files than " + mostFiles);
      }
      String disposition = part.getHeaders().getHeader(FileUploadBase.CONTENT_DISPOSITION);
      readFile(field, FileName.of(field, disposition), bytes, form);
    } else if (field.equals("userId") && part.isFormField()) {
      form.from(text(field, bytes));
    } else {
      skip(bytes);
    }
  }

  private void readFile(String field, String name, InputStream bytes, UploadForm form)
      throws IOException {
    IncomingFile file = form.add(store.receive());
    byte[] buffer = new byte[64 * 1024];
    for (int n = fill(buffer, bytes); n > 0; n = fill(buffer, bytes)) {
      if (file.size() + n > largest) {
        throw tooLarge();
      }
      file.write(buffer, n);
    }
    if (file.size() == 0) {
      throw RequestRefused.invalid(field, "cannot be empty");
    }
    form.completed(name, file.complete());
  }

  private static int fill(byte[] buffer, InputStream bytes) throws IOException {
    return bytes.readNBytes(buffer, 0, buffer.length);
  }

  /** Fields that nobody asked for are read past, as in a JSON body. */
  private static void skip(InputStream bytes) throws IOException {
    byte[] buffer = new byte[LONGEST_FIELD + 1];
    if (fill(buffer, bytes) > LONGEST_FIELD) {
      throw RequestRefused.invalid(FILE, "is where a file is expected, and nowhere else");
    }
  }

  private static String text(String field, InputStream bytes) throws IOException {
    byte[] read = bytes.readNBytes(LONGEST_FIELD);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw RequestRefused.invalid(field, "cannot be read as UTF-8 text");
    }
  }

  private RequestRefused tooLarge() {
    return new RequestRefused(
        413, "body-too-large", "A file cannot be larger than " + largest + " bytes");
  }
}
