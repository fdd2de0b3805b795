package jobtrail.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * How our JSON is read and written: nothing is turned into something else on the way in, nothing
 * absent is written, times have milliseconds.
 */
final class JsonRules implements JsonMapperBuilderCustomizer {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public void customize(JsonMapper.Builder builder) {
    strict(builder);
  }

  static JsonMapper.Builder strict(JsonMapper.Builder builder) {
    builder
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(
            DeserializationFeature.ACCEPT_FLOAT_AS_INT,
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
        .addModule(
            new SimpleModule("jobtrail-times")
                .addSerializer(Instant.class, new TimeWriter())
                .addDeserializer(Instant.class, new TimeReader()));
    refuse(
        builder,
        LogicalType.Textual,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.Boolean);
    refuse(
        builder,
        LogicalType.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.String,
        CoercionInputShape.Boolean,
        CoercionInputShape.EmptyString);
    refuse(
        builder,
        LogicalType.Float,
        CoercionInputShape.String,
        CoercionInputShape.Boolean,
        CoercionInputShape.EmptyString);
    refuse(
        builder,
        LogicalType.Boolean,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.String,
        CoercionInputShape.EmptyString);
    refuse(builder, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
    for (LogicalType other :
        new LogicalType[] {
          LogicalType.POJO,
          LogicalType.Collection,
          LogicalType.Array,
          LogicalType.Map,
          LogicalType.DateTime,
          LogicalType.OtherScalar
        }) {
      refuse(builder, other, CoercionInputShape.EmptyString);
    }
    return builder;
  }

  /** The instant as our JSON writes it. */
  static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  private static void refuse(
      JsonMapper.Builder builder, LogicalType target, CoercionInputShape... shapes) {
    builder.withCoercionConfig(
        target,
        coercion -> {
          for (CoercionInputShape shape : shapes) {
            coercion.setCoercion(shape, CoercionAction.Fail);
          }
        });
  }

  private static final class TimeWriter extends StdScalarSerializer<Instant> {

    TimeWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
      json.writeString(text(value));
    }
  }

  private static final class TimeReader extends StdScalarDeserializer<Instant> {

    TimeReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(getValueType(context), json);
      }
      String text = json.getString();
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException notATime) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, text, "not an ISO-8601 date and time");
      }
    }
  }
}
