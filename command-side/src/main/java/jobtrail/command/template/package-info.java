/** Templates: lists of steps that are written down once and used for many paths. */
@NullMarked
package jobtrail.command.template;

import org.jspecify.annotations.NullMarked;
