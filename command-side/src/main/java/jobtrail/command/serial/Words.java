package jobtrail.command.serial;

import java.util.Locale;

/** How people and the API spell what the code writes in capitals. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
