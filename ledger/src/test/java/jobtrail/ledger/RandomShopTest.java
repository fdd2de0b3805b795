package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.events.serial.SerialEvent;
import org.junit.jupiter.api.Test;

class RandomShopTest {

  @Test
  void everything_that_can_happen_to_a_serial_happens() {
    List<DomainEvent> facts = new ArrayList<>();
    for (long seed = 1; seed <= 4; seed++) {
      RandomShop shop = new RandomShop("any", seed, 1);
      for (int i = 0; i < 500; i++) {
        shop.happen();
      }
      facts.addAll(shop.news());
    }
    assertThat(facts).hasAtLeastOneElementOfType(SerialEvent.class);
    for (Class<?> event : SerialEvent.class.getPermittedSubclasses()) {
      assertThat(facts).hasAtLeastOneElementOfType(event);
    }
  }
}
