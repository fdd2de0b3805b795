package jobtrail.query.platform;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Hands a projection's methods the batch's {@link Gathered} and the event's {@link Moment}. */
final class GatheringParameters implements ParameterResolverFactory {

  /** What the batch at hand is gathered in. */
  static final ScopedValue<Gathered> CURRENT = ScopedValue.newInstance();

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int parameterIndex) {
    Class<?> type = parameters[parameterIndex].getType();
    if (type == Moment.class) {
      return new Resolved() {
        @Override
        public Object resolveParameterValue(Message<?> message) {
          return Moment.of(message);
        }
      };
    }
    if (Gathered.class.isAssignableFrom(type)) {
      return new Resolved() {
        @Override
        public Object resolveParameterValue(Message<?> message) {
          return CURRENT.get();
        }
      };
    }
    return null;
  }

  private abstract static class Resolved implements ParameterResolver<Object> {

    @Override
    public boolean matches(Message<?> message) {
      return true;
    }
  }
}
