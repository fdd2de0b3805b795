package jobtrail.query.workqueue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the people at all steps of one name have on their benches, and what comes to them. */
@Schema(name = "OperatorStepView")
record StepNameView(
    String stepName,
    @Nullable String location,
    @Schema(description = "At the step; the first ones in the order of creation")
        List<Part> currentParts,
    @Schema(description = "One step before") List<Part> comingSoon,
    @Schema(description = "Two or more steps before") List<Part> backlog,
    @Schema(description = "All at the step") long currentCount,
    @Schema(description = "All that stand one step before") long comingSoonCount,
    @Schema(description = "All that stand two or more steps before") long backlogCount,
    @Schema(description = "Those at the step whose location is a vendor's") long vendorPartsCount,
    List<String> stepIds) {

  /** One serial; where it goes on to is only said of those that are there. */
  @Schema(name = "OperatorPart")
  record Part(
      String serialId,
      String jobId,
      String jobName,
      String pathId,
      String pathName,
      @Nullable String nextStepName,
      @Nullable String nextStepLocation) {}

  static StepNameView of(String name, List<NamedStep> steps, List<Coming> coming, int most) {
    return new StepNameView(
        name,
        steps.stream().map(NamedStep::location).filter(Objects::nonNull).findFirst().orElse(null),
        parts(coming, ahead -> ahead == 0, most),
        parts(coming, ahead -> ahead == 1, most),
        parts(coming, ahead -> ahead > 1, most),
        count(coming, each -> each.ahead() == 0),
        count(coming, each -> each.ahead() == 1),
        count(coming, each -> each.ahead() > 1),
        count(coming, each -> each.ahead() == 0 && isVendors(each.location())),
        steps.stream().map(NamedStep::stepId).toList());
  }

  private static List<Part> parts(List<Coming> coming, IntPredicate distance, int most) {
    return coming.stream()
        .filter(each -> distance.test(each.ahead()))
        .flatMap(each ->
            each.waiting().first().stream()
                .map(waiter -> new Found(each, waiter.serialId(), waiter.position())))
        .sorted(Comparator.comparingLong(Found::position))
        .limit(most)
        .map(Found::part)
        .toList();
  }

  private static long count(List<Coming> coming, Predicate<Coming> wanted) {
    return coming.stream().filter(wanted).mapToLong(each -> each.waiting().count()).sum();
  }

  private static boolean isVendors(@Nullable String location) {
    return location != null && location.toLowerCase(Locale.ROOT).contains("vendor");
  }

  private record Found(Coming from, String serialId, long position) {

    Part part() {
      boolean there = from.ahead() == 0;
      return new Part(
          serialId,
          from.jobId(),
          from.jobName(),
          from.pathId(),
          from.pathName(),
          there ? from.nextName() : null,
          there ? from.nextLocation() : null);
    }
  }
}
