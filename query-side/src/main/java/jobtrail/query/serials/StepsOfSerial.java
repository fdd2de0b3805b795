package jobtrail.query.serials;

import java.util.Set;
import jobtrail.events.serial.StepStatuses;

/**
 * A serial and how far it is with its steps.
 *
 * @param statuses of the steps that its events have spoken of
 * @param overridden steps that it may go without
 */
record StepsOfSerial(SerialRow serial, StepStatuses statuses, Set<String> overridden) {}
