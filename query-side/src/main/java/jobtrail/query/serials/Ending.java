package jobtrail.query.serials;

import java.time.Instant;
import java.util.List;
import jobtrail.events.serial.ScrapReason;
import org.jspecify.annotations.Nullable;

/**
 * How a serial was scrapped, or declared done.
 *
 * @param stepId where it stood
 * @param scrapReason null when it was declared done
 * @param said the explanation of the scrap, or why it was declared done
 * @param incomplete steps that were open when it was declared done; null when it was scrapped
 * @param by who did it
 */
record Ending(
    String stepId,
    @Nullable ScrapReason scrapReason,
    @Nullable String said,
    @Nullable List<String> incomplete,
    String by,
    Instant at) {}
