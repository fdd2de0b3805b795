package jobtrail.query.jobs;

import java.util.List;
import jobtrail.events.item.ItemState;
import jobtrail.http.Page;
import jobtrail.query.platform.Conditions;
import jobtrail.query.platform.Folded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the jobs of a list; one more than the page holds when there are more. */
@Component
class JobListSql {

  /** It has items, and all of them are cancelled or archived. */
  private static final String AT_REST =
      "(select from views.job_items i where i.job_id = j.job_id and i.item_state is null)";

  private final JdbcClient jdbc;

  JobListSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /** Ids, newest first; the cursor is the position of a job's creation. */
  List<String> newest(JobFilter filter, Page page) {
    Conditions where = of(filter);
    where.and("j.created_position < :before", "before", page.cursor());
    return ids(
        where,
        page,
        "select j.job_id from views.job j",
        "order by j.created_position desc limit :limit");
  }

  /**
   * Ids in the order they are to be worked on, then the completed ones, newest first; the cursor is
   * how many were seen.
   */
  List<String> byPriority(JobFilter filter, Page page) {
    Conditions where = of(filter);
    where.parameters().put("seen", page.cursor() == null ? 0L : page.cursor());
    return ids(
        where,
        page,
        "select j.job_id from views.job j left join views.job_place p on p.job_id = j.job_id",
        """
        order by j.open desc, case when j.open then p.place end nulls last,
          case when j.open then j.created_position else -j.created_position end
        limit :limit offset :seen
        """);
  }

  private List<String> ids(Conditions where, Page page, String from, String order) {
    return jdbc.sql(from + where.where() + "\n" + order)
        .params(where.parameters())
        .param("limit", page.limit() + 1)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static Conditions of(JobFilter filter) {
    Conditions where = new Conditions();
    where.and("j.reference = :reference", "reference", filter.reference());
    where.and("j.company_key = :company", "company", Folded.orNull(filter.company()));
    where.and(
        "j.name_key like :name", "name", filter.name() == null ? null : Folded.part(filter.name()));
    where.and("j.tag_keys @> array[:tag]::text[]", "tag", Folded.orNull(filter.tag()));
    where.and(
        "j.job_id in (select job_id from views.job_path where step_keys @> array[:step]::text[])",
        "step",
        Folded.orNull(filter.step()));
    if (filter.open() != null) {
      where.and(filter.open() ? "j.open" : "not j.open");
    }
    where.eachWord("j.search_text like :word", filter.text());
    ItemState itemState = filter.itemState();
    where.and(
        "j.job_id in (select job_id from views.job_items where item_state = :itemState)",
        "itemState",
        itemState == null ? null : itemState.word());
    if (filter.active() != null) {
      where.and(filter.active() ? "not exists " + AT_REST : "exists " + AT_REST);
    }
    return where;
  }
}
