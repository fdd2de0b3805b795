package jobtrail.command.offenders;

import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Hears events without being a projection, is given its field, and keeps dates of old. */
@Transactional
@SuppressWarnings("JavaUtilDate")
class Eavesdropper {

  @Autowired @Nullable Date since;

  @EventHandler
  void on(String event) {}
}
