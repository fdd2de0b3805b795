package jobtrail.query.items;

import java.util.Set;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Conditions;
import jobtrail.query.platform.Folded;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for; null, or no states, asks for any. Company and reference are the job's.
 *
 * @param reference as it is written
 * @param company in any case
 * @param text words that must all stand somewhere in number, name or product code, or in what the
 *     job is found by
 */
record ItemFilter(
    Set<ItemState> states,
    @Nullable String reference,
    @Nullable String company,
    @Nullable String jobId,
    @Nullable String text) {

  /** The same of {@code views.item i}. */
  Conditions conditions() {
    Conditions where = new Conditions();
    if (states.size() == 1) {
      // Those of one state stand in an index in their order; those of several have to be sorted.
      where.and("i.state = :state", "state", states.iterator().next().word());
    } else if (!states.isEmpty()) {
      where.and(
          "i.state = any(:states)",
          "states",
          states.stream().map(ItemState::word).toArray(String[]::new));
    }
    where.and("i.job_id = :job", "job", jobId);
    where.and(
        "i.job_id in (select job_id from views.job where reference = :reference)",
        "reference",
        reference);
    where.and(
        "i.job_id in (select job_id from views.job where company_key = :company)",
        "company",
        Folded.orNull(company));
    where.eachWord(
        """
        i.item_id in (
          select item_id from views.item where search_text like :word
          union all
          select item_id from views.item join views.job using (job_id) where job.search_text like :word)
        """,
        text);
    return where;
  }
}
