package jobtrail.query.workqueue;

import org.jspecify.annotations.Nullable;

/** A step that has the name that was asked for. */
record NamedStep(String stepId, @Nullable String location) {}
