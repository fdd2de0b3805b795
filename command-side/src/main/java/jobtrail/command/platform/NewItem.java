package jobtrail.command.platform;

import jobtrail.http.Name;
import jobtrail.http.OptionalName;
import jobtrail.http.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A product line as people send it, with its job or later.
 *
 * @param productCode what it is called in the shop's catalogue
 */
public record NewItem(
    @Name String name, @Quantity Integer quantity, @OptionalName @Nullable String productCode) {

  /** Most items that one call adds. */
  public static final int MOST_AT_ONCE = 1_000;
}
