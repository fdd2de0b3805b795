package jobtrail.http;

/**
 * One field of a request that is at fault.
 *
 * @param field full path, such as {@code steps[0].name}, or the name of a parameter or header
 * @param message what is wrong, to be read after the field's name: {@code must be greater than 0}
 */
public record FieldError(String field, String message) {

  String sentence() {
    return field + " " + message;
  }
}
