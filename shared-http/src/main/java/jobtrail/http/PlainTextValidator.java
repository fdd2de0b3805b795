package jobtrail.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText}, with one message per fault. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, String> {

  static final String REQUIRED = "is required";
  static final String CONTROL = "cannot contain control characters";

  private int max = Integer.MAX_VALUE;
  private boolean required;
  private boolean lines;

  /** For the validation framework, which makes it by reflection. */
  public PlainTextValidator() {}

  @Override
  public void initialize(PlainText rule) {
    max = rule.max();
    required = rule.required();
    lines = rule.lines();
  }

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    String fault = faultOf(text);
    return fault == null || says(fault, context);
  }

  private @Nullable String faultOf(@Nullable String text) {
    if (text == null) {
      return required ? REQUIRED : null;
    }
    if (text.codePoints().anyMatch(c -> Characters.isControl(c) && !(lines && isLayout(c)))) {
      return CONTROL;
    }
    if (Characters.blank(text) && (required || !lines)) {
      return "cannot be empty";
    }
    String trimmed = text.strip();
    return trimmed.codePointCount(0, trimmed.length()) > max ? longerThan(max) : null;
  }

  static String longerThan(int max) {
    return "cannot be longer than " + max + " characters";
  }

  static boolean says(String fault, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
    return false;
  }

  private static boolean isLayout(int codePoint) {
    return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
  }
}
