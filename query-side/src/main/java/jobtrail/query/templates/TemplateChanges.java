package jobtrail.query.templates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;

/** The templates that a batch of events is about; those it changes are written at its end. */
final class TemplateChanges implements Gathered {

  private final TemplateRows rows;
  private final Map<String, TemplateRow> templates = new HashMap<>();
  private final List<TemplateRow> gone = new ArrayList<>();

  TemplateChanges(TemplateRows rows, Collection<String> ids) {
    this.rows = rows;
    rows.findAllById(ids).forEach(row -> templates.put(row.templateId, row));
  }

  void add(TemplateRow row) {
    templates.put(row.templateId, row);
  }

  /** The template that something just happened to. */
  TemplateRow touched(String templateId, Moment when) {
    TemplateRow row = known(templateId);
    row.touched(when);
    return row;
  }

  void remove(String templateId) {
    TemplateRow row = known(templateId);
    templates.remove(templateId);
    if (!row.isNew()) {
      gone.add(row);
    }
  }

  @Override
  public void write() {
    rows.saveAll(templates.values().stream().filter(TemplateRow::isNew).toList());
    rows.deleteAll(gone);
    rows.flush();
  }

  private TemplateRow known(String templateId) {
    TemplateRow row = templates.get(templateId);
    if (row == null) {
      throw new IllegalStateException("Never heard of " + templateId);
    }
    return row;
  }
}
