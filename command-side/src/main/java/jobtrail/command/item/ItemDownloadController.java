package jobtrail.command.item;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jobtrail.command.platform.KnownStreams;
import jobtrail.command.platform.artwork.Downloads;
import jobtrail.events.item.ItemEvent.ArtworkAdded;
import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemFile;
import jobtrail.http.LedgerPosition;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the files of an item, and of no other; reads the ledger, no view. */
@RestController
@RequestMapping("/api/items/{itemId}")
class ItemDownloadController {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final KnownStreams streams;
  private final ItemHistories items;
  private final Downloads downloads;

  ItemDownloadController(KnownStreams streams, ItemHistories items, Downloads downloads) {
    this.streams = streams;
    this.items = items;
    this.downloads = downloads;
  }

  @GetMapping("/artwork")
  @Operation(summary = "Download the first file of the latest version of an item's artwork")
  ResponseEntity<Resource> latest(@PathVariable String itemId, HttpServletRequest request) {
    ItemHistory item = history(itemId);
    int version = item.state().artworkVersion();
    return answer(item, artwork(item, version, 1), "Artwork", itemId, request);
  }

  @GetMapping("/artwork/{version}")
  @Operation(summary = "Download the first file of a version of an item's artwork, from 1")
  ResponseEntity<Resource> version(
      @PathVariable String itemId, @PathVariable String version, HttpServletRequest request) {
    ItemHistory item = history(itemId);
    return answer(item, artwork(item, number(version), 1), "Artwork", version, request);
  }

  @GetMapping("/artwork/{version}/{number}")
  @Operation(summary = "Download a file of a version of an item's artwork, both from 1")
  ResponseEntity<Resource> artwork(
      @PathVariable String itemId,
      @PathVariable String version,
      @PathVariable String number,
      HttpServletRequest request) {
    ItemHistory item = history(itemId);
    ItemFile file = artwork(item, number(version), number(number));
    return answer(item, file, "Artwork", version + "/" + number, request);
  }

  @GetMapping("/proof/{proofReference}")
  @Operation(summary = "Download a proof that was uploaded")
  ResponseEntity<Resource> proof(
      @PathVariable String itemId,
      @PathVariable String proofReference,
      HttpServletRequest request) {
    ItemHistory item = history(itemId);
    ItemFile file = item.state().proofs().uploaded().get(proofReference);
    return answer(item, file, "Proof", proofReference, request);
  }

  private ResponseEntity<Resource> answer(
      ItemHistory item,
      @Nullable ItemFile file,
      String what,
      String which,
      HttpServletRequest request) {
    if (file == null) {
      throw RequestRefused.notFound(what, which);
    }
    if (!file.uploaded()) {
      throw new RequestRefused(
          404, "file-not-uploaded", "Only the name of " + file.name() + " is known here");
    }
    ResponseEntity<Resource> content = downloads.answer(file, request);
    return ResponseEntity.status(content.getStatusCode())
        .headers(content.getHeaders())
        .header(LedgerPosition.HEADER, Long.toString(items.seen(item)))
        .body(content.getBody());
  }

  private ItemHistory history(String itemId) {
    return items.byId(streams.item(itemId));
  }

  private static @Nullable ItemFile artwork(ItemHistory item, int version, int number) {
    return item.told().stream()
        .flatMap(told ->
            switch (told.event()) {
              case ArtworkReceived came when came.artworkVersion() == version ->
                  came.files().stream();
              case ArtworkAdded came when came.artworkVersion() == version -> came.files().stream();
              default -> Stream.<ItemFile>empty();
            })
        .skip(Math.max(0, number - 1L))
        .findFirst()
        .filter(file -> number > 0)
        .orElse(null);
  }

  /** What is no number is the number of nothing. */
  private static int number(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
