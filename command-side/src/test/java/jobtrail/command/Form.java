package jobtrail.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files, byte for byte as a browser, or somebody worse, would send it. */
final class Form {

  static final String TYPE = "multipart/form-data; boundary=cut-here";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A file under its name. */
  Form file(String field, String name, String content) {
    return part("name=\"" + field + "\"; filename=\"" + name + "\"", content);
  }

  /** A plain field. */
  Form field(String field, String value) {
    return part("name=\"" + field + "\"", value);
  }

  /** A part with whatever is said of it. */
  Form part(String disposition, String content) {
    write("--cut-here\r\nContent-Disposition: form-data; " + disposition + "\r\n");
    write("Content-Type: text/html\r\n\r\n" + content + "\r\n");
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes("--cut-here--\r\n".getBytes(StandardCharsets.US_ASCII));
    return whole.toByteArray();
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
