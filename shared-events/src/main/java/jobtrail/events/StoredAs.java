package jobtrail.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event stands in the ledger, for ever; the Java class may be renamed, this
 * may not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

  /** The stored name, {@code noun.participle}. */
  String value();

  /** Version of the stored JSON; raised when old JSON can no longer be read as it is. */
  int revision() default 1;
}
