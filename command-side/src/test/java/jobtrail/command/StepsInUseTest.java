package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps that serials stand on stay; nobody has to wait for a count to catch up. */
class StepsInUseTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);
  private final Floor other = new Floor(Node.second());

  private Reply path(String... steps) {
    return floor.path(floor.job(), steps);
  }

  @Test
  void the_first_step_is_in_use_as_soon_as_serials_were_issued() {
    Reply path = path("Cut", "Fold");
    List<String> steps = Floor.steps(path);
    floor.serial(path);
    long head = node.head();

    floor.plan(path.text("id"), List.of(steps.get(1))).send().isProblem(409, "step-in-use");
    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void right_after_a_move_the_step_it_led_to_is_in_use_and_the_one_before_is_free() {
    for (int round = 0; round < 10; round++) {
      Reply path = path("Cut", "Fold", "Pack");
      List<String> steps = Floor.steps(path);
      String serial = floor.serial(path);
      (round % 2 == 0 ? floor : other).advance(serial).send().is(200);

      floor
          .plan(path.text("id"), List.of(steps.get(0), steps.get(2)))
          .send()
          .isProblem(409, "step-in-use");
      floor.plan(path.text("id"), steps.subList(1, 3)).send().is(200);
    }
  }

  @Test
  void completed_serials_hold_no_step() {
    Reply path = path("Cut", "Fold");
    List<String> steps = Floor.steps(path);
    String serial = floor.serial(path);
    floor.advance(serial).send().is(200);
    floor.advance(serial).send().is(200);

    floor.plan(path.text("id"), steps.subList(1, 2)).send().is(200);
    Reply back = floor.plan(path.text("id"), steps).send().is(200);

    assertThat(Floor.steps(back)).isEqualTo(steps);
  }

  @Test
  void a_serial_is_where_its_step_is_whatever_the_order() {
    Reply path = path("Cut", "Fold", "Pack");
    List<String> steps = Floor.steps(path);
    String serial = floor.serial(path);

    Reply turned = floor.plan(path.text("id"), steps.reversed()).send().is(200);
    assertThat(Floor.steps(turned)).isEqualTo(steps.reversed());
    Reply done = floor.advance(serial).send().is(200);

    assertThat(done.text("status")).isEqualTo("completed");
  }
}
