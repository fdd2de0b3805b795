package jobtrail.query.certificates;

import java.time.Instant;

/**
 * A certificate attached to a serial.
 *
 * @param position of the event that says so
 */
record AttachmentRow(
    long position,
    String serialId,
    String certificateId,
    String stepId,
    Instant attachedAt,
    String attachedBy) {}
