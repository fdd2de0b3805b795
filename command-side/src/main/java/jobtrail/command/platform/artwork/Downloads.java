package jobtrail.command.platform.artwork;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jobtrail.events.item.ItemFile;
import jobtrail.http.FileName;
import jobtrail.http.Headers;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Hands files out, whole or in ranges: to be saved under their name, never to be shown as if they
 * were pages of ours. Whoever sent them may have put anything in.
 */
public final class Downloads {

  private static final Logger log = LoggerFactory.getLogger(Downloads.class);

  /** What a browser would run, or take for a page. */
  private static final Pattern ACTIVE =
      Pattern.compile(".*(html|javascript|ecmascript|flash|rfc822|[/+]xml|xslt).*|multipart/.*");

  private final ArtworkStore store;

  Downloads(ArtworkStore store) {
    this.store = store;
  }

  /**
   * The answer to a GET or HEAD for a file.
   *
   * @param file that was uploaded
   * @throws RequestRefused 410 when the store has lost it, 416 when no such range is in it
   */
  public ResponseEntity<Resource> answer(ItemFile file, HttpServletRequest request) {
    long size = Objects.requireNonNull(file.size());
    String sha256 = Objects.requireNonNull(file.sha256());
    Path path = store.find(sha256, size).orElseThrow(() -> gone(file, sha256));
    String tag = "\"" + sha256 + "\"";
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .eTag(tag)
            .contentType(type(file))
            .header(HttpHeaders.ACCEPT_RANGES, "bytes")
            .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(file.name()))
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "default-src 'none'; sandbox");
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      return answer.contentLength(size).build();
    }
    // Spring MVC cuts ranges out of this resource, and out of the other one none.
    FileSystemResource content = new FileSystemResource(path);
    return wantsRanges(request, tag, content, size)
        ? answer.body(content)
        : answer
            .contentLength(size)
            .body(new InputStreamResource(() -> Files.newInputStream(path), file.name()));
  }

  private static boolean wantsRanges(
      HttpServletRequest request, String tag, Resource content, long size) {
    String ifRange = Headers.single(request, HttpHeaders.IF_RANGE);
    List<HttpRange> ranges = ranges(Headers.single(request, HttpHeaders.RANGE));
    if (ranges.isEmpty() || (ifRange != null && !ifRange.strip().equals(tag))) {
      return false;
    }
    long asked = 0;
    for (HttpRange range : ranges) {
      if (range.getRangeStart(size) >= size) {
        throw new RequestRefused(
                416, "range-not-satisfiable", "The file has " + size + " bytes, and none there")
            .withHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
      }
      asked += range.toResourceRegion(content).getCount();
    }
    // All of it at once is shorter than all of it in pieces.
    return ranges.size() == 1 || asked < size;
  }

  /** The ranges that are asked for; none when it is nothing that a server has to understand. */
  private static List<HttpRange> ranges(@Nullable String header) {
    try {
      return HttpRange.parseRanges(header);
    } catch (IllegalArgumentException notInBytesOrGarbled) {
      return List.of();
    }
  }

  private static MediaType type(ItemFile file) {
    String known = Objects.requireNonNull(file.mediaType());
    return ACTIVE.matcher(known).matches()
        ? MediaType.APPLICATION_OCTET_STREAM
        : MediaType.parseMediaType(known);
  }

  private static RequestRefused gone(ItemFile file, String sha256) {
    log.error("The artwork folder has lost {}, or a part of it: {}", sha256, file.name());
    return new RequestRefused(
        410, "file-gone", "The content of " + file.name() + " is no longer in the artwork folder");
  }
}
