package jobtrail.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Shows our constraints in the OpenAPI description, as springdoc does with the standard ones. */
final class ConstraintDescription implements PropertyCustomizer {

  @Override
  @SuppressWarnings("rawtypes") // springdoc's own signature
  public @Nullable Schema<?> customize(@Nullable Schema property, AnnotatedType type) {
    if (property == null || type.getCtxAnnotations() == null) {
      return property;
    }
    for (Annotation annotation : type.getCtxAnnotations()) {
      switch (annotation) {
        case Name name -> text(property, type, 200, true, 1);
        case OptionalName name -> text(property, type, 200, false, 1);
        case Text text -> text(property, type, 2000, text.required(), text.required() ? 1 : 0);
        case Id id -> text(property, type, 64, id.required(), 1);
        case PlainText text -> text(property, type, text.max(), text.required(), 0);
        case Quantity quantity -> {
          property.setMinimum(BigDecimal.ONE);
          property.setMaximum(BigDecimal.valueOf(quantity.max()));
          require(type, quantity.required());
        }
        default -> {}
      }
    }
    return property;
  }

  private static void text(
      Schema<?> property, AnnotatedType type, int longest, boolean required, int shortest) {
    property.setMaxLength(longest);
    property.setMinLength(shortest == 0 ? null : shortest);
    require(type, required);
  }

  private static void require(AnnotatedType type, boolean required) {
    if (required && type.getParent() != null) {
      type.getParent().addRequiredItem(type.getPropertyName());
    }
  }
}
