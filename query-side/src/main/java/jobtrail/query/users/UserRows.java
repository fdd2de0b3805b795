package jobtrail.query.users;

import org.springframework.data.jpa.repository.JpaRepository;

interface UserRows extends JpaRepository<UserRow, String> {}
