package jobtrail.command.serial;

import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the shells of serials are made. */
@Configuration(proxyBeanMethods = false)
class SerialConfiguration {

  /**
   * Under this name Axon finds it, instead of making a Spring bean of every serial that is read.
   */
  @Bean("serialAggregateFactory")
  AggregateFactory<Serial> serialAggregateFactory() {
    return new GenericAggregateFactory<>(Serial.class);
  }
}
