package jobtrail.http;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * Lists what Bean Validation found, in the order in which the request's record names its fields.
 */
final class ValidationErrors {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern TAIL = Pattern.compile("[.\\[].*");

  private ValidationErrors() {}

  static List<FieldError> of(Errors found) {
    return of(
        found,
        found instanceof org.springframework.validation.BindingResult r ? r.getTarget() : null,
        "");
  }

  static List<FieldError> of(List<ParameterValidationResult> results) {
    List<FieldError> errors = new ArrayList<>();
    for (ParameterValidationResult result : results) {
      String name =
          Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "value");
      if (result instanceof ParameterErrors nested) {
        Integer index = nested.getContainerIndex();
        String prefix = index == null ? "" : "[" + index + "].";
        errors.addAll(of(nested, nested.getArgument(), prefix));
      } else {
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
          errors.add(new FieldError(name, messageOf(error)));
        }
      }
    }
    return errors;
  }

  private static List<FieldError> of(Errors found, @Nullable Object target, String prefix) {
    List<String> order = target == null ? List.of() : componentsOf(target.getClass());
    List<FieldError> errors = new ArrayList<>();
    found.getFieldErrors().stream()
        .map(error -> new FieldError(error.getField(), messageOf(error)))
        .sorted(
            Comparator.comparingInt(
                    (FieldError error) -> order.indexOf(TAIL.matcher(error.field()).replaceAll("")))
                .thenComparing(error -> sortable(error.field()))
                .thenComparing(FieldError::message))
        .map(error -> new FieldError(prefix + error.field(), error.message()))
        .forEach(errors::add);
    found
        .getGlobalErrors()
        .forEach(error -> errors.add(new FieldError(prefix + "body", messageOf(error))));
    return errors;
  }

  /** So that {@code steps[2]} comes before {@code steps[10]}. */
  private static String sortable(String field) {
    return NUMBER
        .matcher(field)
        .replaceAll(
            number -> "0".repeat(Math.max(0, 10 - number.group().length())) + number.group());
  }

  private static List<String> componentsOf(Class<?> type) {
    RecordComponent @Nullable [] components = type.getRecordComponents();
    List<String> names = new ArrayList<>();
    if (components != null) {
      for (RecordComponent component : components) {
        names.add(component.getName());
      }
    }
    return names;
  }

  private static String messageOf(MessageSourceResolvable error) {
    return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
  }
}
