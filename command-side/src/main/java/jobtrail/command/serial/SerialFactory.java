package jobtrail.command.serial;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the empty shells that events are told to. Found by Axon under this bean name; its own
 * factory asks the application context for a bean each time, a twentieth of a first move's time.
 */
@Component("serialAggregateFactory")
class SerialFactory implements AggregateFactory<Serial> {

  @Override
  public Serial createAggregateRoot(String serialId, DomainEventMessage<?> firstEvent) {
    return new Serial();
  }

  @Override
  public Class<Serial> getAggregateType() {
    return Serial.class;
  }
}
