package jobtrail.query.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The views an endpoint answers from. A caller who names a {@code Ledger-Position} is only answered
 * once all of them hold it, and every answer says how far they were.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

  /** Names of the views. */
  String[] value();
}
