package jobtrail.query.workqueue;

import org.jspecify.annotations.Nullable;

/**
 * Serials of one path that wait at a step, or at one before it.
 *
 * @param ahead how many steps lie before them: 0 at the step itself
 * @param location where the step is done
 */
record Coming(
    int ahead,
    @Nullable String location,
    @Nullable String nextName,
    @Nullable String nextLocation,
    String jobId,
    String jobName,
    String pathId,
    String pathName,
    Waiting waiting) {}
