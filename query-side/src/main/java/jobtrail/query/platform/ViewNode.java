package jobtrail.query.platform;

/**
 * This node among those that share the views.
 *
 * @param number unlike the others', and another one after each start
 */
record ViewNode(int number) {

  /** As it stands in the tokens that this node has claimed. */
  String name() {
    return "node " + number;
  }
}
