package jobtrail.query.templates;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface TemplateRows extends JpaRepository<TemplateRow, String> {

  List<TemplateRow> findByCreatedPositionLessThanOrderByCreatedPositionDesc(
      long cursor, Limit limit);
}
