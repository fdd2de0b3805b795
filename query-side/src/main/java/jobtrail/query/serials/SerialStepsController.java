package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jobtrail.http.RequestRefused;
import jobtrail.query.paths.PathView;
import jobtrail.query.paths.Paths;
import jobtrail.query.platform.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/serials/{serialId}")
@Tag(name = "Serials")
class SerialStepsController {

  private final SerialSql serials;
  private final OverrideSql overrides;
  private final Paths paths;

  SerialStepsController(SerialSql serials, OverrideSql overrides, Paths paths) {
    this.serials = serials;
    this.overrides = overrides;
    this.paths = paths;
  }

  @GetMapping("/step-statuses")
  @Reads({SerialSql.VIEW, Paths.VIEW})
  @Operation(summary = "How far a serial is with each step of its path, in order")
  List<StepStatusView> statuses(@PathVariable("serialId") String id) {
    SerialRow row = known(id);
    Set<String> overridden =
        overrides.of(id).stream()
            .filter(OverrideRow::active)
            .map(OverrideRow::stepId)
            .collect(Collectors.toSet());
    PathView path = SerialView.itsPath(row, paths.byId(row.pathId()).orElse(null));
    return StepStatusView.of(row, serials.statuses(id), overridden, path);
  }

  @GetMapping("/overrides")
  @Reads(SerialSql.VIEW)
  @Operation(summary = "What a serial may go without, reversed overrides too, oldest first")
  List<OverrideView> overrides(@PathVariable("serialId") String id) {
    known(id);
    return overrides.of(id).stream().map(OverrideView::of).toList();
  }

  private SerialRow known(String id) {
    return serials.byId(id).orElseThrow(() -> RequestRefused.notFound("Serial", id));
  }
}
