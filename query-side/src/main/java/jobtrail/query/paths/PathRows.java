package jobtrail.query.paths;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PathRows extends JpaRepository<PathRow, String> {

  List<PathRow> findByJobIdOrderByCreatedPosition(String jobId);
}
