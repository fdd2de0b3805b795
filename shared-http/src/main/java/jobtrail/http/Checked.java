package jobtrail.http;

import jakarta.validation.Validator;
import java.util.List;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Checks a body by its annotations at a moment of the controller's own choosing. */
public final class Checked {

  private final SpringValidatorAdapter validator;

  Checked(Validator validator) {
    this.validator = new SpringValidatorAdapter(validator);
  }

  /**
   * Checks a body that was bound without {@code @Valid}.
   *
   * @throws RequestRefused 400 naming every field at fault
   */
  public void require(Object body) {
    List<FieldError> faults = faults(body);
    if (!faults.isEmpty()) {
      throw RequestRefused.invalid(faults);
    }
  }

  /** Every field at fault, for who has something more important to say first. */
  public List<FieldError> faults(Object body) {
    BeanPropertyBindingResult found = new BeanPropertyBindingResult(body, "body");
    validator.validate(body, found);
    return found.hasErrors() ? ValidationErrors.of(found) : List.of();
  }
}
