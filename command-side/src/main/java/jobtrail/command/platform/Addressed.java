package jobtrail.command.platform;

/** A command that knows which stream it speaks to. */
public interface Addressed {

  /** Id of the aggregate that rules on this command. */
  String streamId();
}
