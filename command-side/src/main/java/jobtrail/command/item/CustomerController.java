package jobtrail.command.item;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jobtrail.command.item.CustomerForm.Approval;
import jobtrail.command.item.CustomerForm.Changes;
import jobtrail.command.item.CustomerProofs.Shown;
import jobtrail.command.item.ItemCommand.AnswerProof;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.CommandDesk;
import jobtrail.command.platform.artwork.Downloads;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemId;
import jobtrail.http.Checked;
import jobtrail.http.FieldError;
import jobtrail.http.IfMatch;
import jobtrail.http.LedgerPosition;
import jobtrail.http.Refusals;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The customer's pages: a proof, and what is said to it. Looking never changes anything, since
 * programs that scan mail follow every link; an answer is always a POST.
 */
@Controller
@Hidden
@RequestMapping("/customer/proofs/{token}")
class CustomerController {

  /** Who answers by a link is nobody that the shop has an id for. */
  private static final String CUSTOMER = "customer";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A link is a secret: no other site hears of it, and no search engine keeps it. */
  private static final Map<String, String> DISCREET =
      Map.of(
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "X-Robots-Tag", "noindex, nofollow");

  private static final Map<String, String> HARMLESS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'");

  private final CustomerProofs proofs;
  private final CommandDesk desk;
  private final Downloads downloads;
  private final Checked checked;
  private final Refusals refusals;
  private final Clock clock;

  CustomerController(
      CustomerProofs proofs,
      CommandDesk desk,
      Downloads downloads,
      Checked checked,
      Refusals refusals,
      Clock clock) {
    this.proofs = proofs;
    this.desk = desk;
    this.downloads = downloads;
    this.checked = checked;
    this.refusals = refusals;
    this.clock = clock;
  }

  /** Also where an answer was sent to: a browser may open that address again later. */
  @GetMapping({"", "/approve", "/changes"})
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    Shown shown = proofs.behind(token).orElse(null);
    return shown == null ? nothing(response) : shown(shown, 410, Map.of(), List.of(), response);
  }

  @PostMapping("/approve")
  ModelAndView approve(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String name,
      HttpServletResponse response) {
    return answer(token, new Approval(name), response);
  }

  @PostMapping("/changes")
  ModelAndView askForChanges(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String feedback,
      HttpServletResponse response) {
    return answer(token, new Changes(feedback), response);
  }

  /** The proof itself, to be saved; behind a link that is dead there is only the page saying so. */
  @GetMapping("/file")
  Object file(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    Shown shown = proofs.behind(token).orElse(null);
    if (shown == null) {
      return nothing(response);
    }
    if (shown.dead()) {
      return shown(shown, 410, Map.of(), List.of(), response);
    }
    ResponseEntity<Resource> content = downloads.answer(shown.file(), request);
    HttpHeaders headers = HttpHeaders.copyOf(content.getHeaders());
    DISCREET.forEach(headers::set);
    return new ResponseEntity<>(content.getBody(), headers, content.getStatusCode());
  }

  /** What goes wrong is told on a page as well: customers read no JSON. */
  @ExceptionHandler
  @Nullable ModelAndView trouble(
      Exception thrown, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      // Somebody left in the middle of a download.
      return null;
    }
    RequestRefused refused = refusals.told(thrown, request);
    refused.headers().forEach(response::setHeader);
    boolean ours = refused.status() >= 500;
    boolean answered = HttpMethod.POST.matches(request.getMethod());
    return page("dead", refused.status(), response)
        .addObject("why", ours ? "Something does not work here just now." : "This cannot be read.")
        .addObject(
            "hint",
            ours && answered
                ? "Please open your link again to see whether it was noted."
                : "Please open your link again, or ask us.");
  }

  private ModelAndView answer(String token, CustomerForm form, HttpServletResponse response) {
    Shown shown = proofs.behind(token).orElse(null);
    if (shown == null) {
      return nothing(response);
    }
    List<FieldError> faults = checked.faults(form);
    ItemRefused whyNot = shown.whyNot();
    if (whyNot != null || !faults.isEmpty()) {
      int status = whyNot == null ? 400 : whyNot.status();
      return shown(shown, status, form.said(), faults, response);
    }
    ItemId item = shown.token().itemId();
    try {
      Answer<?> stored =
          desk.send(
              new AnswerProof(item, shown.token().sha256(), clock.instant(), form.answer(item)),
              new Caller(CUSTOMER, null, clock.instant(), null),
              IfMatch.ABSENT);
      response.setHeader(LedgerPosition.HEADER, Long.toString(stored.position()));
      return page("done", 200, response)
          .addObject("item", shown.item().state().line().name())
          .addObject("approved", form instanceof Approval);
    } catch (ItemRefused overtaken) {
      // Somebody was faster: what they did is told as it is told to anybody who comes later.
      Shown now = proofs.behind(token).orElse(shown);
      return shown(now, overtaken.status(), form.said(), List.of(), response);
    }
  }

  private static ModelAndView nothing(HttpServletResponse response) {
    return page("dead", 404, response)
        .addObject("why", "There is nothing at this address.")
        .addObject("hint", "Perhaps the link was not copied as a whole.");
  }

  /**
   * The proof with its forms, or why it is too late for them.
   *
   * @param otherwise status when it is not all well
   */
  private static ModelAndView shown(
      Shown shown,
      int otherwise,
      Map<String, String> said,
      List<FieldError> faults,
      HttpServletResponse response) {
    JobItemAdded line = shown.item().state().line();
    ItemRefused whyNot = shown.whyNot();
    if (whyNot != null && shown.dead()) {
      return page("dead", otherwise, response)
          .addObject("item", line.name())
          .addObject("why", whyNot.getMessage() + ".")
          .addObject("when", when(shown, whyNot))
          .addObject("hint", "Please ask us if you expected something else.");
    }
    Map<String, String> wrong = new HashMap<>();
    faults.forEach(fault -> wrong.put(fault.field(), fault.message()));
    boolean well = faults.isEmpty() && said.isEmpty();
    return page("proof", well ? 200 : otherwise, response)
        .addObject("item", line.name())
        .addObject("quantity", line.quantity())
        .addObject("reference", shown.jobReference())
        .addObject("proof", shown.link().proofReference())
        .addObject("file", shown.file().name())
        .addObject("expires", TIME.format(shown.link().expiresAt()))
        .addObject("address", "/customer/proofs/" + shown.token().text())
        .addObject("answerable", whyNot == null)
        .addObject("said", said)
        .addObject("wrong", wrong);
  }

  private static @Nullable String when(Shown shown, ItemRefused whyNot) {
    return whyNot.reason() == ItemRefused.Reason.ALREADY_ANSWERED && shown.answeredAt() != null
        ? TIME.format(shown.answeredAt())
        : null;
  }

  private static ModelAndView page(String name, int status, HttpServletResponse response) {
    DISCREET.forEach(response::setHeader);
    HARMLESS.forEach(response::setHeader);
    return new ModelAndView("customer/" + name, Map.of(), HttpStatus.valueOf(status));
  }
}
