package jobtrail.query.templates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.http.ETags;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import jobtrail.query.platform.Stored;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/templates")
@Tag(name = "Templates")
class TemplateController {

  private final TemplateRows rows;
  private final Stored stored;

  TemplateController(TemplateRows rows, Stored stored) {
    this.rows = rows;
    this.stored = stored;
  }

  @GetMapping
  @Reads(TemplatesProjection.VIEW)
  @Operation(summary = "All templates, newest first")
  ResponseEntity<List<TemplateView>> all(Page page, HttpServletRequest request) {
    long before = page.cursor() == null ? Long.MAX_VALUE : page.cursor();
    List<TemplateRow> newest =
        rows.findByCreatedPositionLessThanOrderByCreatedPositionDesc(
            before, Limit.of(page.limit() + 1));
    return Listing.answer(newest, page, row -> row.createdPosition, this::view, request);
  }

  @GetMapping("/{templateId}")
  @Reads(TemplatesProjection.VIEW)
  @Operation(summary = "One template")
  ResponseEntity<TemplateView> one(@PathVariable("templateId") String id) {
    TemplateView template =
        rows.findById(id)
            .map(this::view)
            .orElseThrow(() ->
                new RequestRefused(404, "template-not-found", "TemplateRoute not found: " + id));
    return ResponseEntity.ok().eTag(ETags.of(template.version())).body(template);
  }

  private TemplateView view(TemplateRow row) {
    return TemplateView.of(row, stored.value(row.steps, TemplateSteps.class).steps());
  }
}
