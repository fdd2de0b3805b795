/** What can happen to a template: a list of steps from which paths are laid out. */
@NullMarked
package jobtrail.events.template;

import org.jspecify.annotations.NullMarked;
