package jobtrail.command.offenders.unmarked;

/** In a package that promises nothing about null. */
class Unmarked {}
