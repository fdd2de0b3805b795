package jobtrail.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Quantity}, with one message per fault. */
public final class QuantityValidator implements ConstraintValidator<Quantity, Number> {

  private long max = Long.MAX_VALUE;
  private boolean required;

  /** For the validation framework, which makes it by reflection. */
  public QuantityValidator() {}

  @Override
  public void initialize(Quantity rule) {
    max = rule.max();
    required = rule.required();
  }

  @Override
  public boolean isValid(@Nullable Number units, ConstraintValidatorContext context) {
    if (units == null) {
      return !required || PlainTextValidator.says(PlainTextValidator.REQUIRED, context);
    }
    if (units.longValue() < 1) {
      return PlainTextValidator.says("must be greater than 0", context);
    }
    return units.longValue() <= max
        || PlainTextValidator.says("cannot be greater than " + max, context);
  }
}
