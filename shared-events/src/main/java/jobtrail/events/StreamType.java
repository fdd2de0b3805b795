package jobtrail.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a sealed event root: the kind of stream its events stand in, as the ledger's {@code
 * stream_type} column says it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamType {

  /** For example {@code serial}. */
  String value();
}
