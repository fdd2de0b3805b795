package jobtrail.events.template;

import java.util.List;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a template, in the order it usually happens. */
@StreamType("template")
public sealed interface TemplateEvent extends DomainEvent {

  TemplateId templateId();

  @Override
  default String streamId() {
    return templateId().value();
  }

  /** Templates belong to the shop, not to a job. */
  @Override
  default @Nullable JobId jobId() {
    return null;
  }

  /**
   * A route of work that comes again and again was written down.
   *
   * @param steps at least one, in order
   */
  @StoredAs("template.created")
  record TemplateCreated(TemplateId templateId, String name, List<TemplateStep> steps)
      implements TemplateEvent {

    public TemplateCreated {
      Objects.requireNonNull(templateId, "templateId");
      Objects.requireNonNull(name, "name");
      steps = List.copyOf(steps);
    }
  }

  @StoredAs("template.renamed")
  record TemplateRenamed(TemplateId templateId, String name) implements TemplateEvent {

    public TemplateRenamed {
      Objects.requireNonNull(templateId, "templateId");
      Objects.requireNonNull(name, "name");
    }
  }

  /** Other steps for paths to come; those laid out already keep theirs. */
  @StoredAs("template.steps-changed")
  record TemplateStepsChanged(TemplateId templateId, List<TemplateStep> steps)
      implements TemplateEvent {

    public TemplateStepsChanged {
      Objects.requireNonNull(templateId, "templateId");
      steps = List.copyOf(steps);
    }
  }

  /** Nobody lays out paths from it any more; those laid out already stay. */
  @StoredAs("template.deleted")
  record TemplateDeleted(TemplateId templateId) implements TemplateEvent {

    public TemplateDeleted {
      Objects.requireNonNull(templateId, "templateId");
    }
  }
}
