package jobtrail.query.offenders.unmarked;

/** In a package that does not say what may be null. */
public final class Nullish {

  private Nullish() {}
}
