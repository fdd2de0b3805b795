package jobtrail.query.jobs;

import org.springframework.data.jpa.repository.JpaRepository;

interface JobRows extends JpaRepository<JobRow, String> {}
