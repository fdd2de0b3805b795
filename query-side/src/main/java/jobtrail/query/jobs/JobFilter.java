package jobtrail.query.jobs;

import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are asked for; null asks for any. Case matters in the reference only.
 *
 * @param name part of the name
 * @param reference the whole reference
 * @param company the whole company
 * @param tag one of the tags, whole
 * @param step the whole name of a step in use on one of its paths
 * @param text words that must all stand somewhere in name, reference, company, tags or Jira's key,
 *     summary and part number
 * @param itemState of the least advanced of its items that are neither cancelled nor archived
 * @param active whether it has such an item, or no items at all
 */
record JobFilter(
    @Nullable String name,
    @Nullable String reference,
    @Nullable String company,
    @Nullable Boolean open,
    @Nullable String tag,
    @Nullable String step,
    @Nullable String text,
    @Nullable ItemState itemState,
    @Nullable Boolean active) {}
