package jobtrail.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jobtrail.events.DomainEvent;
import jobtrail.events.PersonalText;
import jobtrail.events.certificate.CertificateEvent.CertificateCreated;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobId;
import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialId;
import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;
import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** Facts of a shop's day, in the words of its people. */
public final class Shop {

  private Shop() {}

  public static JobId job(String name) {
    return new JobId("job_" + name);
  }

  public static PathId path(String name) {
    return new PathId("path_" + name);
  }

  public static JobCreated jobCreated(String name, @Nullable Integer goal) {
    return new JobCreated(job(name), "Job " + name, goal, null, null, null, null);
  }

  public static Contact contact(String job, String name, String email) {
    String subject = "contact-of-job_" + job;
    return new Contact(PersonalText.of(subject, name), PersonalText.of(subject, email), null);
  }

  public static Step step(String path, String name) {
    return new Step(
        new StepId("step_" + path + "-" + name), name, null, false, DependencyType.PREFERRED);
  }

  public static PathCreated pathCreated(String name, String job, int goal, String... steps) {
    return new PathCreated(
        path(name),
        job(job),
        "Path " + name,
        goal,
        AdvancementMode.STRICT,
        Stream.of(steps).map(step -> step(name, step)).toList());
  }

  public static UserId user(String name) {
    return new UserId("user_" + name);
  }

  public static UserCreated userCreated(String id, String name, @Nullable String department) {
    return new UserCreated(user(id), PersonalText.of(user(id).value(), name), department);
  }

  public static PathStepAssigned assigned(PathCreated on, int step, @Nullable UserId userId) {
    return new PathStepAssigned(on.pathId(), on.jobId(), on.steps().get(step).stepId(), userId);
  }

  public static TemplateId template(String name) {
    return new TemplateId("tmpl_" + name);
  }

  public static List<TemplateStep> templateSteps(String... names) {
    return Stream.of(names)
        .map(name -> new TemplateStep(name, null, false, DependencyType.PHYSICAL))
        .toList();
  }

  public static TemplateCreated templateCreated(String name, String... steps) {
    return new TemplateCreated(template(name), "Template " + name, templateSteps(steps));
  }

  /** {@code count} serials from number {@code first} on, on the first step. */
  public static List<DomainEvent> serialsCreated(PathCreated on, long first, int count) {
    List<DomainEvent> facts = new ArrayList<>();
    facts.add(new PathSerialsIssued(on.pathId(), on.jobId(), SerialId.of(first), count));
    IntStream.range(0, count)
        .mapToObj(i ->
            new SerialCreated(
                SerialId.of(first + i), on.jobId(), on.pathId(), on.steps().getFirst().stepId(), 1))
        .forEach(facts::add);
    return facts;
  }

  /** Leaves the step with this index for the next, or completes from the last one. */
  public static DomainEvent moved(PathCreated on, long serial, int fromStep) {
    StepId from = on.steps().get(fromStep).stepId();
    return fromStep + 1 < on.steps().size()
        ? new SerialAdvanced(
            SerialId.of(serial),
            on.jobId(),
            on.pathId(),
            from,
            on.steps().get(fromStep + 1).stepId(),
            1,
            AdvancementMode.STRICT)
        : new SerialCompleted(
            SerialId.of(serial), on.jobId(), on.pathId(), from, 1, AdvancementMode.STRICT);
  }

  /** All the way from the first step to the end. */
  public static List<DomainEvent> completed(PathCreated on, long serial) {
    return IntStream.range(0, on.steps().size()).mapToObj(step -> moved(on, serial, step)).toList();
  }

  /** A unit falls off the bench at the first step. */
  public static SerialScrapped scrapped(PathCreated on, long serial) {
    return new SerialScrapped(
        SerialId.of(serial),
        on.jobId(),
        on.pathId(),
        on.steps().getFirst().stepId(),
        ScrapReason.DAMAGED,
        null,
        1,
        AdvancementMode.STRICT);
  }

  public static CertificateCreated certificate(
      String name, @Nullable Map<String, Object> metadata) {
    return new CertificateCreated(
        new CertificateId("cert_" + name),
        CertificateType.MATERIAL,
        "Certificate " + name,
        metadata);
  }

  /** A certificate vouches for a serial, at the step with this index. */
  public static SerialCertificateAttached attached(
      PathCreated on, long serial, String certificate, int step) {
    return new SerialCertificateAttached(
        SerialId.of(serial),
        on.jobId(),
        on.pathId(),
        new CertificateId("cert_" + certificate),
        on.steps().get(step).stepId(),
        1,
        AdvancementMode.STRICT);
  }

  /** Somebody notes something about serials, at the first step. */
  public static NoteCreated note(String name, PathCreated on, String text, long... serials) {
    return new NoteCreated(
        new NoteId("note_" + name),
        on.jobId(),
        on.pathId(),
        on.steps().getFirst().stepId(),
        LongStream.of(serials).mapToObj(SerialId::of).toList(),
        text);
  }
}
