package jobtrail.http;

import java.util.regex.Pattern;

/** Whole numbers in headers and parameters: plain digits and nothing else. */
final class WholeNumber {

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

  private WholeNumber() {}

  static long parse(String name, String text, long min, long max) {
    if (!DIGITS.matcher(text).matches()) {
      throw RequestRefused.invalid(name, "must be a whole number");
    }
    try {
      long number = Long.parseLong(text);
      if (number < min) {
        throw RequestRefused.invalid(
            name, min == 1 ? "must be greater than 0" : "cannot be less than " + min);
      }
      if (number > max) {
        throw RequestRefused.invalid(name, "cannot be greater than " + max);
      }
      return number;
    } catch (NumberFormatException tooLong) {
      throw RequestRefused.invalid(name, "is out of range");
    }
  }
}
