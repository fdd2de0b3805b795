package jobtrail.query.offenders.one;

import jobtrail.query.offenders.two.Egg;

/** Needs the other feature, which needs this one. */
public interface Chicken {
  Egg egg();
}
