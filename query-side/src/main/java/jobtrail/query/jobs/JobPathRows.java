package jobtrail.query.jobs;

import org.springframework.data.jpa.repository.JpaRepository;

interface JobPathRows extends JpaRepository<JobPathRow, String> {}
