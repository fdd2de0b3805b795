package jobtrail.events.job;

import java.util.function.UnaryOperator;
import jobtrail.events.PersonalText;
import org.jspecify.annotations.Nullable;

/**
 * The person at the customer's whom the shop talks to about a job; any of the three may be missing.
 */
public record Contact(
    @Nullable PersonalText name, @Nullable PersonalText email, @Nullable PersonalText phone) {

  /** The same contact with each text it has passed through {@code change}. */
  public Contact map(UnaryOperator<PersonalText> change) {
    return new Contact(
        name == null ? null : change.apply(name),
        email == null ? null : change.apply(email),
        phone == null ? null : change.apply(phone));
  }
}
