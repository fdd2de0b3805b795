package jobtrail.query.workqueue;

import org.jspecify.annotations.Nullable;

/**
 * One step as a queue names it.
 *
 * @param countsAt the step in use at which its serials are shown: itself, unless it is retired
 * @param place its order in every queue
 */
record QueueStep(
    String stepId,
    String pathId,
    String jobId,
    String countsAt,
    long place,
    int order,
    int totalSteps,
    String name,
    @Nullable String location,
    @Nullable String assignedTo,
    @Nullable String previousId,
    @Nullable String previousName,
    @Nullable String nextId,
    @Nullable String nextName,
    @Nullable String nextLocation) {}
