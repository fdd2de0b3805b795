package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeRuleBookTest {

  private final WholeRuleBook book = new WholeRuleBook(Message.class, Reason.class);

  @Test
  void what_no_example_showed_is_missing() {
    book.shows(new Message.Plain());
    book.showsRefusal(Reason.CLOSED);

    assertThat(book.missing()).containsExactly(Message.Nested.Deep.class, Reason.FULL);
  }

  @Test
  void a_book_is_whole_once_everything_was_shown() {
    book.shows(new Message.Plain());
    book.shows(new Message.Nested.Deep());
    book.showsRefusal(Reason.CLOSED);
    book.showsRefusal(Reason.FULL);

    assertThat(book.missing()).isEmpty();
  }

  sealed interface Message {

    record Plain() implements Message {}

    sealed interface Nested extends Message {

      record Deep() implements Nested {}
    }
  }

  enum Reason {
    CLOSED,
    FULL
  }
}
