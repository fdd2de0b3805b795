package jobtrail.query.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The order of the open jobs: kept as it was last set, counted when somebody asks. */
@Component
class JobOrderSql {

  private final JdbcClient jdbc;

  JobOrderSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  void replace(List<String> jobIds) {
    jdbc.sql("delete from views.job_place").update();
    jdbc.sql(
            """
            insert into views.job_place (job_id, place)
            select job_id, place from unnest(:jobs) with ordinality as t(job_id, place)
            """)
        .param("jobs", jobIds.toArray(String[]::new))
        .update();
  }

  /** Rank among the open jobs of those of these jobs that are open, from 1. */
  Map<String, Integer> ranks(Collection<String> jobIds) {
    Map<String, Integer> ranks = new HashMap<>();
    jdbc.sql(
            """
            select job_id, rank from (
              select j.job_id, row_number() over (order by p.place nulls last, j.created_position) as rank
              from views.job j left join views.job_place p on p.job_id = j.job_id
              where j.open
            ) ranked
            where job_id = any(:jobs)
            """)
        .param("jobs", jobIds.toArray(String[]::new))
        .query(row -> {
          ranks.put(row.getString(1), row.getInt(2));
        });
    return ranks;
  }

  /** Rank of one job among the open jobs, from 1; none for a completed job. */
  Optional<Integer> rank(String jobId) {
    return jdbc.sql(
            """
            select 1 + case
                when one.place is not null then (
                  select count(*) from views.job_place p join views.job j on j.job_id = p.job_id
                  where j.open and p.place < one.place)
                else (
                  select count(*) from views.job j
                  where j.open and j.created_position < one.created_position)
                + (
                  select count(*) from views.job_place p join views.job j on j.job_id = p.job_id
                  where j.open and j.created_position > one.created_position)
              end
            from (
              select j.created_position, p.place
              from views.job j left join views.job_place p on p.job_id = j.job_id
              where j.job_id = :job and j.open
            ) one
            """)
        .param("job", jobId)
        .query((row, number) -> row.getInt(1))
        .optional();
  }
}
