package jobtrail.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record does not call nullable is always there: says so in the OpenAPI description. */
final class RequiredByNullness implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    Class<?> raw = rawClass(type);
    if (resolved != null && raw.isRecord()) {
      Schema<?> model =
          resolved.get$ref() == null
              ? resolved
              : context.getDefinedModels().get(nameIn(resolved.get$ref()));
      if (model != null && model.getProperties() != null) {
        requiredOf(raw).stream()
            .filter(model.getProperties()::containsKey)
            .filter(name -> model.getRequired() == null || !model.getRequired().contains(name))
            .forEach(model::addRequiredItem);
      }
    }
    return resolved;
  }

  private static List<String> requiredOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }

  private static Class<?> rawClass(AnnotatedType type) {
    JavaType known =
        type.getType() instanceof JavaType java
            ? java
            : TypeFactory.defaultInstance().constructType(type.getType());
    return known.getRawClass();
  }

  private static String nameIn(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
