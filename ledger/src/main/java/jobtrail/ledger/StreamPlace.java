package jobtrail.ledger;

/** A place in a stream, which only one event can have. */
record StreamPlace(String streamId, long sequenceNumber) {

  static StreamPlace of(NewEvent event) {
    return new StreamPlace(event.streamId(), event.sequenceNumber());
  }
}
