package jobtrail.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A small application with one endpoint of each kind. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({HttpConfiguration.class, Workshop.Paths.class})
class Workshop {

  enum Mode {
    STRICT,
    FLEXIBLE
  }

  record TicketId(@JsonValue String value) {
    @JsonCreator
    TicketId {
      if (!value.startsWith("t_")) {
        throw new IllegalArgumentException("secret");
      }
    }
  }

  record NewStep(
      @Name @Nullable String name, @OptionalName @Nullable String location, boolean optional) {}

  record NewPath(
      @Id @Nullable String jobId,
      @Name @Nullable String name,
      @Quantity @Nullable Integer goalQuantity,
      @Nullable Mode mode,
      @Text @Nullable String remark,
      @Nullable Double weight,
      @Nullable Instant due,
      @Nullable Boolean urgent,
      @Nullable TicketId ticket,
      @Nullable List<@Valid NewStep> steps,
      @Nullable Map<String, Object> metadata) {}

  record Written(Instant at, Optional<String> absent, @Nullable String nothing, double ratio) {}

  static final class OutOfStock extends RuntimeException {}

  @Bean
  RefusalSource outOfStock() {
    return thrown ->
        thrown instanceof OutOfStock
            ? RequestRefused.conflict("out-of-stock", "Nothing is left").with("left", 0)
            : null;
  }

  /** Fails where no controller is near. */
  @Bean
  FilterRegistrationBean<Filter> brokenFilter() {
    FilterRegistrationBean<Filter> broken =
        new FilterRegistrationBean<>((request, response, chain) -> {
          if ("sent".equals(((HttpServletRequest) request).getQueryString())) {
            ((HttpServletResponse) response).sendError(403, "secret");
            return;
          }
          throw new IllegalStateException("secret");
        });
    broken.addUrlPatterns("/api/filtered");
    return broken;
  }

  @RestController
  @RequestMapping("/api")
  static class Paths {

    @PostMapping("/paths")
    @ResponseStatus(HttpStatus.CREATED)
    NewPath create(@Valid @RequestBody NewPath path) {
      return path;
    }

    @PostMapping("/steps")
    void steps(
        @RequestBody List<@NotNull @Valid NewStep> steps,
        @RequestParam @Quantity(max = 10) @Nullable Integer times) {}

    @GetMapping("/jobs/{id}")
    String job(@PathVariable String id) {
      throw RequestRefused.notFound("Job", id);
    }

    @GetMapping("/pages")
    ResponseEntity<Page> page(Page page, HttpServletRequest request) {
      return ResponseEntity.ok().header(HttpHeaders.LINK, Page.linkToNext(request, 42)).body(page);
    }

    @PutMapping("/versions/{current}")
    void change(@PathVariable long current, IfMatch ifMatch) {
      ifMatch.check(current);
    }

    @GetMapping("/positions")
    Map<String, Object> position(HttpServletRequest request) {
      String actor = Headers.text(request, "X-Actor", 200);
      return Map.of(
          "position", LedgerPosition.of(request).orElse(-1), "actor", actor == null ? "" : actor);
    }

    @GetMapping("/numbers")
    Map<String, Object> number(
        @RequestParam int n, @RequestParam(required = false) @Nullable Mode mode) {
      return Map.of("n", n);
    }

    @GetMapping("/written")
    Written written() {
      return new Written(Instant.parse("2026-11-23T02:08:00Z"), Optional.empty(), null, 100.0 / 3);
    }

    @GetMapping("/threads")
    Map<String, Object> thread() {
      return Map.of("virtual", Thread.currentThread().isVirtual());
    }

    @GetMapping("/broken")
    String broken() {
      throw new IllegalStateException("select secret from ledger.event");
    }

    @GetMapping("/broken-later")
    CompletableFuture<String> brokenLater() {
      return CompletableFuture.failedFuture(new OutOfStock());
    }

    @GetMapping("/stock")
    String stock() {
      throw new OutOfStock();
    }
  }
}
