package jobtrail.query.itemboard;

import java.util.Set;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Conditions;
import jobtrail.query.platform.Folded;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the board is asked for; null asks for any.
 *
 * @param states of the columns; none asks for all columns
 * @param reference of the job, as it is written
 * @param company of the job, in any case
 */
record BoardFilter(
    Set<ItemState> states,
    @Nullable String reference,
    @Nullable String company,
    @Nullable String jobId) {

  /** What must hold of an item's {@code views.job j}. */
  Conditions ofTheJob() {
    Conditions where = new Conditions();
    where.and("j.job_id = :job", "job", jobId);
    where.and("j.reference = :reference", "reference", reference);
    where.and("j.company_key = :company", "company", Folded.orNull(company));
    return where;
  }
}
