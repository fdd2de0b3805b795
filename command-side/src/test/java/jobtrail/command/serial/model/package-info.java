/** The life of a serial as the rules' text has it, written down a second time for comparison. */
@NullMarked
package jobtrail.command.serial.model;

import org.jspecify.annotations.NullMarked;
