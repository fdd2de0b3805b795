package jobtrail.ledger;

import jobtrail.events.DomainEvent;
import jobtrail.events.EventNames;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes events under the names that are ours ({@code serial.advanced}), never under Java class
 * names, so that a class may be renamed; what is no event keeps its class name. Personal texts are
 * sealed on the way in and stay sealed on the way out.
 */
public final class StoredNamesSerializer extends Jackson3Serializer {

  /** A serializer that seals personal texts with these keys. */
  public StoredNamesSerializer(SubjectKeys keys) {
    super(
        Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper ->
                mapper
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultPropertyInclusion(inclusion ->
                        inclusion.withValueInclusion(
                            com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                    // Axon 4.13.0 cannot read its own ReplayToken without this.
                    .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.")
                            .build())
                    .addModule(new PersonalTextModule(keys))));
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  public SerializedType typeForClass(@Nullable Class type) {
    if (type != null && DomainEvent.class.isAssignableFrom(type)) {
      EventNames.Name name = EventNames.nameOf(type);
      return new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
    }
    return super.typeForClass(type);
  }

  @Override
  protected String resolveClassName(SerializedType serializedType) {
    Class<? extends DomainEvent> event = EventNames.classOf(serializedType.getName());
    return event == null ? serializedType.getName() : event.getName();
  }
}
