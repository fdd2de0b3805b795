package jobtrail.command.serial;

import jobtrail.events.path.Route;

/**
 * A serial and where it stands, worked out with the route that ruled it: after the events are
 * stored nothing has to be looked up that could fail.
 *
 * @param index of its step among the route's steps in use, from 0; -1 when completed
 */
record SerialPlace(SerialState.Issued serial, int index) {

  private static final int DONE = -1;

  static SerialPlace of(SerialState state, Route route) {
    return switch (state) {
      case SerialState.InProgress serial -> new SerialPlace(serial, route.indexOf(serial.step()));
      case SerialState.Completed serial -> new SerialPlace(serial, DONE);
      case SerialState.NotCreated never ->
          throw new IllegalStateException("No place for a serial without events");
    };
  }

  /** As the Shop Planr API spells it. */
  String status() {
    return index == DONE ? "completed" : "in_progress";
  }
}
