package jobtrail.command.offenders.print;

/** A feature that another leans on, and public for it. */
public class Printer {

  /** For another feature. */
  public String print() {
    return "printed";
  }
}
