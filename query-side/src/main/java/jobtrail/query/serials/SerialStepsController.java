package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jobtrail.http.RequestRefused;
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
    StepsOfSerial steps = serials.withSteps(id).orElseThrow(() -> notFound(id));
    SerialRow row = steps.serial();
    return StepStatusView.of(
        steps,
        paths
            .byId(row.pathId())
            .filter(path -> row.isOn(path.route()))
            .orElseThrow(() -> SerialOnPath.pathBehind(id)));
  }

  @GetMapping("/overrides")
  @Reads(SerialSql.VIEW)
  @Operation(summary = "What a serial may go without, reversed overrides too, oldest first")
  List<OverrideView> overrides(@PathVariable("serialId") String id) {
    if (serials.byId(id).isEmpty()) {
      throw notFound(id);
    }
    return overrides.of(id).stream().map(OverrideView::of).toList();
  }

  private static RequestRefused notFound(String id) {
    return RequestRefused.notFound("Serial", id);
  }
}
