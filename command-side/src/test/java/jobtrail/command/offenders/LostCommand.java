package jobtrail.command.offenders;

import org.axonframework.commandhandling.CommandHandler;

/** Commands that nobody hears, and that two hear. */
sealed interface LostCommand {

  record Unheard() implements LostCommand {}

  record HeardTwice() implements LostCommand {}

  /** Two where there must be one. */
  class Listeners {

    @CommandHandler
    void one(HeardTwice command) {}

    @CommandHandler
    void two(HeardTwice command) {}
  }
}
