package jobtrail.query.jobs;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface JobRows extends JpaRepository<JobRow, String> {

  List<JobRow> findByCreatedPositionLessThanOrderByCreatedPositionDesc(long cursor, Limit limit);

  List<JobRow> findByReferenceAndCreatedPositionLessThanOrderByCreatedPositionDesc(
      String reference, long cursor, Limit limit);
}
