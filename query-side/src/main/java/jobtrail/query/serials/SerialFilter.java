package jobtrail.query.serials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which serials are asked for; a null asks for all.
 *
 * @param steps only those that stand on one of these
 */
record SerialFilter(
    @Nullable String jobId,
    @Nullable String pathId,
    @Nullable SerialStatus status,
    @Nullable List<String> steps) {}
