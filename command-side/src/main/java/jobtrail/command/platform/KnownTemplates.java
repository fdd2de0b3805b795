package jobtrail.command.platform;

import java.util.List;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;
import jobtrail.http.RequestRefused;

/** Tells what a template says, for when a path is laid out from it. */
public interface KnownTemplates {

  /** A template as it is now. */
  record KnownTemplate(TemplateId templateId, String name, List<TemplateStep> steps) {}

  /**
   * The template with this id.
   *
   * @throws RequestRefused 404 when there is none, it was deleted, or it cannot be an id of one
   */
  KnownTemplate of(String id);
}
