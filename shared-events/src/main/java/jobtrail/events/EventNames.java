package jobtrail.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jobtrail.events.certificate.CertificateEvent;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.job.JobEvent;
import jobtrail.events.note.NoteEvent;
import jobtrail.events.path.PathEvent;
import jobtrail.events.priority.PriorityEvent;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.user.UserEvent;
import org.jspecify.annotations.Nullable;

/** Stored name of each event and back, built from the sealed event roots. */
public final class EventNames {

  /** Every sealed event root; a new kind of aggregate adds its own here. */
  public static final List<Class<? extends DomainEvent>> ROOTS =
      List.of(
          JobEvent.class,
          PathEvent.class,
          SerialEvent.class,
          CertificateEvent.class,
          NoteEvent.class,
          UserEvent.class,
          TemplateEvent.class,
          PriorityEvent.class,
          ItemEvent.class);

  private static final SequencedMap<String, Class<? extends DomainEvent>> CLASSES =
      new LinkedHashMap<>();
  private static final Map<Class<?>, Name> NAMES = new LinkedHashMap<>();

  static {
    for (Class<? extends DomainEvent> root : ROOTS) {
      String streamType = annotation(root, StreamType.class).value();
      for (Class<?> permitted : root.getPermittedSubclasses()) {
        StoredAs stored = annotation(permitted, StoredAs.class);
        if (CLASSES.put(stored.value(), permitted.asSubclass(DomainEvent.class)) != null) {
          throw new IllegalStateException("Two events are stored as " + stored.value());
        }
        NAMES.put(permitted, new Name(stored.value(), stored.revision(), streamType));
      }
    }
  }

  private EventNames() {}

  /**
   * How an event stands in the ledger.
   *
   * @param name stored name, for example {@code serial.advanced}
   * @param revision version of its JSON, from 1
   * @param streamType kind of stream, for example {@code serial}
   */
  public record Name(String name, int revision, String streamType) {}

  /** The class behind a stored name; null when this version of Jobtrail does not know the name. */
  public static @Nullable Class<? extends DomainEvent> classOf(String storedName) {
    return CLASSES.get(storedName);
  }

  /**
   * The stored name of an event class.
   *
   * @throws IllegalArgumentException for a class that no sealed event root permits
   */
  public static Name nameOf(Class<?> event) {
    Name name = NAMES.get(event);
    if (name == null) {
      throw new IllegalArgumentException(event + " is not an event");
    }
    return name;
  }

  /** Every event class by its stored name, in the order of the event files. */
  public static SequencedMap<String, Class<? extends DomainEvent>> all() {
    return new LinkedHashMap<>(CLASSES);
  }

  private static <A extends java.lang.annotation.Annotation> A annotation(
      Class<?> type, Class<A> annotation) {
    A found = type.getAnnotation(annotation);
    if (found == null) {
      throw new IllegalStateException(type + " has no @" + annotation.getSimpleName());
    }
    return found;
  }
}
