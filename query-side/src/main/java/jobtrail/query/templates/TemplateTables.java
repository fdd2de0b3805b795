package jobtrail.query.templates;

import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.query.platform.ViewTables;
import org.springframework.stereotype.Component;

@Component
class TemplateTables implements ViewTables<TemplateChanges> {

  private final TemplateRows rows;

  TemplateTables(TemplateRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return TemplatesProjection.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.template");
  }

  @Override
  public TemplateChanges gather(List<DomainEvent> batch) {
    return new TemplateChanges(rows, batch.stream().map(DomainEvent::streamId).distinct().toList());
  }
}
