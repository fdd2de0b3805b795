package jobtrail.query.paths;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a path by one of its steps. */
@Component
class StepPathSql {

  private final JdbcClient jdbc;

  StepPathSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /** The stored route that has this step, in use or retired. */
  Optional<String> routeWith(String stepId) {
    return jdbc.sql(
            """
            select route from views.path
            where jsonb_path_query_array(route::jsonb, '$.steps[*].step.stepId') @> to_jsonb(:step::text)
            """)
        .param("step", stepId)
        .query((row, number) -> row.getString(1))
        .optional();
  }
}
