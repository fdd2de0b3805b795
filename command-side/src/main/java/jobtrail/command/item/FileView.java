package jobtrail.command.item;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded, as its upload answers it.
 *
 * @param href where it can be downloaded
 */
record FileView(
    String name,
    @Nullable Long size,
    @Nullable String sha256,
    @Schema(description = "As its content was recognised") @Nullable String mediaType,
    String href) {

  static List<FileView> ofArtwork(ItemId itemId, int version, List<ItemFile> files) {
    List<FileView> views = new ArrayList<>();
    for (ItemFile file : files) {
      views.add(of(file, ofArtwork(itemId, version) + "/" + (views.size() + 1)));
    }
    return views;
  }

  static FileView ofProof(ItemId itemId, String proofReference, ItemFile file) {
    return of(file, "/api/items/" + itemId + "/proof/" + proofReference);
  }

  /** Where a version of an item's artwork can be downloaded. */
  static String ofArtwork(ItemId itemId, int version) {
    return "/api/items/" + itemId + "/artwork/" + version;
  }

  private static FileView of(ItemFile file, String href) {
    return new FileView(file.name(), file.size(), file.sha256(), file.mediaType(), href);
  }
}
