package jobtrail.ledger;

/** What a reader gets in the place of events that it does not hear: it may move on to here. */
public record Passed() {}
