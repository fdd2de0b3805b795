/**
 * Does the database that Jobtrail brings along keep its promises, also when somebody pulls the
 * plug?
 */
@NullMarked
package jobtrail.standalone;

import org.jspecify.annotations.NullMarked;
