package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jobtrail.http.ETags;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.certificates.Certificates;
import jobtrail.query.jobs.Jobs;
import jobtrail.query.paths.PathView;
import jobtrail.query.paths.Paths;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/serials")
@Tag(name = "Serials")
class SerialController {

  private final SerialSql serials;
  private final Jobs jobs;
  private final Paths paths;
  private final Certificates certificates;

  SerialController(SerialSql serials, Jobs jobs, Paths paths, Certificates certificates) {
    this.serials = serials;
    this.jobs = jobs;
    this.paths = paths;
    this.certificates = certificates;
  }

  @GetMapping
  @Reads({SerialSql.VIEW, Jobs.VIEW, Paths.VIEW})
  @Operation(summary = "Serials in the order they were created")
  ResponseEntity<List<SerialListView>> list(
      @RequestParam(required = false) @Nullable String jobId,
      @RequestParam(required = false) @Nullable String pathId,
      @Parameter(description = "Only serials that stand on this step")
          @RequestParam(required = false)
          @Nullable String stepId,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"in-progress", "in_progress", "completed", "scrapped"}))
          @RequestParam(required = false)
          @Nullable String status,
      Page page,
      HttpServletRequest request) {
    List<SerialRow> rows =
        serials.list(
            new SerialFilter(
                jobId, pathId, wanted(status), stepId == null ? null : paths.countingAt(stepId)),
            page);
    Set<String> jobIds = new HashSet<>();
    Set<String> pathIds = new HashSet<>();
    for (SerialRow row : rows) {
      jobIds.add(row.jobId());
      pathIds.add(row.pathId());
    }
    Map<String, String> jobNames = jobs.names(jobIds);
    Map<String, PathView> itsPaths = paths.byIds(pathIds);
    return Listing.answer(
        rows,
        page,
        SerialRow::createdPosition,
        row -> SerialListView.of(row, jobNames, itsPaths),
        request);
  }

  @GetMapping("/{serialId}")
  @Reads({SerialSql.VIEW, Paths.VIEW, Certificates.VIEW})
  @Operation(summary = "One serial with its certificates")
  ResponseEntity<SerialView> one(@PathVariable("serialId") String id) {
    SerialOnPath found =
        serials.onPath(id).orElseThrow(() -> RequestRefused.notFound("Serial", id));
    return ResponseEntity.ok()
        .eTag(ETags.of(found.serial().version()))
        .body(SerialView.of(found, found.certified() ? certificates.ofSerial(id) : List.of()));
  }

  private static @Nullable SerialStatus wanted(@Nullable String said) {
    if (said == null) {
      return null;
    }
    SerialStatus status = SerialStatus.of(said);
    if (status == null) {
      throw RequestRefused.invalid("status", "must be one of: in-progress, completed, scrapped");
    }
    return status;
  }
}
