package jobtrail.query.offenders.two;

import jobtrail.query.offenders.one.Chicken;

/** Needs the other feature, which needs this one. */
public interface Egg {
  Chicken chicken();
}
