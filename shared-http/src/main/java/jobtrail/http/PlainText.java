package jobtrail.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that people write: any character of Unicode, but no control characters. */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.TYPE_USE,
  ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  /** Most characters, counted as Unicode code points after trimming. */
  int max();

  /** Whether it must be there. */
  boolean required() default false;

  /** Whether line breaks and tabs may be in it; such a text may be blank unless it is required. */
  boolean lines() default false;

  String message() default "is not valid";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
