package jobtrail.command.offenders.paint;

import jobtrail.command.offenders.print.Printer;

/** A feature that leans on another. */
class Painter {

  String paint() {
    return new Printer().print();
  }
}
