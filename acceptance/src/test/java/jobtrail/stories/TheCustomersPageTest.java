package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jobtrail.stories.ProofDesk.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/** What a customer sees and does on a phone, with nothing but the link. */
class TheCustomersPageTest {

  private static final String HOSTILE =
      "<script>hit=1</script><img src=x onerror=hit=1>\"'><b>Flyer</b> &amp; 海报 {{7*7}} ${7*7}";

  private static final int EASY_TO_TOUCH = 44;

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static Phone phone;

  @SuppressWarnings("NullAway.Init")
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    phone = Phone.ordinary(directory.resolve("phone"));
    shop = RunningShop.standalone(directory.resolve("data"));
  }

  @AfterAll
  static void close() {
    // JUnit comes by even if there was nothing to open.
    if (phone != null) {
      phone.close();
    }
    if (shop != null) {
      shop.close();
    }
  }

  private static ProofDesk desk() {
    return new ProofDesk(shop.http());
  }

  private static String urlOf(Sent proof) {
    return shop.http().base() + desk().link(proof);
  }

  private static String head() {
    return Database.of(directory.resolve("data")).ask("select max(position) from ledger.event");
  }

  private static JsonNode itemOf(Sent proof) {
    return shop.http().get("/api/items/" + proof.item(), Long.parseLong(head())).expect(200).json();
  }

  private static void fits() {
    assertThat(phone.asks("document.scrollingElement.scrollWidth <= innerWidth"))
        .as("all of it is within the width of the phone")
        .isEqualTo(true);
  }

  @Test
  void the_page_fits_a_phone_and_says_what_it_is_about() {
    Sent proof = desk().sent("Flyers, folded", "PO 4711");
    phone.open(urlOf(proof));

    assertThat(phone.asks("innerWidth")).isEqualTo((long) Phone.WIDTH);
    fits();
    assertThat(phone.title()).isEqualTo("Flyers, folded");
    assertThat(phone.text("h1")).isEqualTo("Your proof");
    assertThat(phone.all("dd"))
        .extracting(WebElement::getText)
        .containsExactly("Flyers, folded", "500", "PO 4711", proof.proofReference());
    assertThat(phone.text("a.file")).endsWith(ProofDesk.fileName(proof.item()));
    phone.picture("proof-light");
    phone.prefers("dark");
    assertThat(phone.asks("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(13, 17, 23)");
    phone.picture("proof-dark");
    phone.prefers("light");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768})
  void not_even_an_endless_name_makes_it_scroll_sideways(int width) {
    phone.open(urlOf(desk().sent("W".repeat(200), "R".repeat(200))));
    phone.isAsWideAs(width);
    fits();
    phone.picture("endless-" + width);
    phone.isAsWideAs(Phone.WIDTH);
  }

  @Test
  void a_hostile_name_is_a_name_and_nothing_else() {
    Sent proof = desk().sent(HOSTILE, HOSTILE);
    String url = urlOf(proof);
    phone.open(url);

    assertThat(phone.title()).isEqualTo(HOSTILE);
    assertThat(phone.all("dd").getFirst().getText()).isEqualTo(HOSTILE);
    assertThat(phone.all("dd").get(2).getText()).isEqualTo(HOSTILE);
    nothingRan();
    phone.one("#name").sendKeys(HOSTILE);
    phone.one("section[aria-labelledby=yes] button").click();
    phone.awaits("h1", "Thank you");
    assertThat(phone.text("main")).contains(HOSTILE);
    nothingRan();
    phone.open(url);
    assertThat(phone.text("h1")).isEqualTo(HOSTILE);
    nothingRan();
    fits();
  }

  private static void nothingRan() {
    assertThat(phone.asks("typeof hit")).isEqualTo("undefined");
    assertThat(phone.all("script, img, main b")).isEmpty();
  }

  @Test
  void whoever_cannot_see_or_aim_well_can_answer_as_well() {
    phone.open(urlOf(desk().sent("Flyers")));

    assertThat(phone.one("html").getAttribute("lang")).isEqualTo("en");
    assertThat(phone.one("#name").getAccessibleName()).isEqualTo("Your name");
    assertThat(phone.one("#feedback").getAccessibleName()).isEqualTo("What is to be changed?");
    for (String label : List.of("name", "feedback")) {
      phone.one("label[for=" + label + "]").click();
      assertThat(phone.focused().getAttribute("id")).isEqualTo(label);
    }
    phone.press(Keys.TAB);
    assertThat(phone.focused().getText()).isEqualTo("Ask for changes");
    assertThat(phone.all("a, button, input, textarea"))
        .hasSize(5)
        .allSatisfy(one ->
            assertThat(one.getRect().getHeight())
                .as(one.getText())
                .isGreaterThanOrEqualTo(EASY_TO_TOUCH));
    // A phone zooms in on what is smaller when it is typed into.
    assertThat(phone.asks("parseFloat(getComputedStyle(document.querySelector('#name')).fontSize)"))
        .asString()
        .satisfies(size -> assertThat(Double.parseDouble(size)).isGreaterThanOrEqualTo(16));
  }

  @Test
  void the_keyboard_is_enough_to_approve() {
    Sent proof = desk().sent("Flyers");
    phone.open(urlOf(proof));

    phone.press(Keys.TAB);
    assertThat(phone.focused().getText()).startsWith("Open the proof");
    assertThat(phone.asks("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
    phone.press(Keys.TAB);
    phone.press("Zdeňka Nováková");
    phone.press(Keys.TAB);
    assertThat(phone.focused().getText()).isEqualTo("Approve for production");
    phone.picture("about-to-approve");
    phone.press(Keys.ENTER);
    phone.awaits("h1", "Thank you");

    assertThat(phone.text("main")).contains("You have approved Flyers");
    fits();
    phone.picture("approved");
    JsonNode item = itemOf(proof);
    assertThat(item.get("state").asString()).isEqualTo("ready_for_production");
    JsonNode last = item.get("history").get(item.get("history").size() - 1);
    assertThat(last.at("/details/approvedBy").asString()).isEqualTo("customer");
    assertThat(last.at("/details/name").asString()).isEqualTo("Zdeňka Nováková");
    assertThat(last.at("/details/byLink").asBoolean()).isTrue();
  }

  @Test
  void the_proof_is_saved_where_the_phone_saves_things() {
    Sent proof = desk().sent("Flyers");
    String url = urlOf(proof);
    phone.open(url);
    phone.one("a.file").click();

    assertThat(phone.saved(ProofDesk.fileName(proof.item())))
        .isEqualTo(ProofDesk.contentOf(proof.item()));
    assertThat(phone.address()).isEqualTo(url);
  }

  @Test
  void the_browser_itself_asks_for_what_is_missing() {
    Sent proof = desk().sent("Flyers");
    phone.open(urlOf(proof));
    String before = head();
    phone.one("section[aria-labelledby=no] button").click();

    assertThat(phone.focused().getAttribute("id")).isEqualTo("feedback");
    assertThat(phone.asks("document.querySelector('#feedback').validity.valueMissing"))
        .isEqualTo(true);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void what_is_wrong_is_said_beside_the_field_which_keeps_what_was_typed() {
    Sent proof = desk().sent("Flyers");
    phone.open(urlOf(proof));
    String before = head();
    phone.one("#feedback").sendKeys("   ");
    phone.one("section[aria-labelledby=no] button").click();
    phone.awaits("#feedback-wrong", "cannot be empty");

    // An old browser that does not count what is typed.
    phone.asks("document.querySelector('#feedback').removeAttribute('maxlength')");
    phone.asks("document.querySelector('#feedback').value = '<b>&amp; ' + 'x'.repeat(2000)");
    phone.one("section[aria-labelledby=no] button").click();
    phone.awaits("#feedback-wrong", "cannot be longer than 2000 characters");
    WebElement feedback = phone.one("#feedback");
    assertThat(feedback.getDomProperty("value")).isEqualTo("<b>&amp; " + "x".repeat(2000));
    assertThat(feedback.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(phone.one("#name").getAttribute("aria-invalid")).isNotEqualTo("true");
    fits();
    phone.picture("too-much");
    assertThat(head()).isEqualTo(before);

    feedback.clear();
    feedback.sendKeys("A larger logo, please.\nAnd blue.");
    phone.one("section[aria-labelledby=no] button").click();
    phone.awaits("h1", "Thank you");
    assertThat(phone.text("main")).contains("what is to be changed in Flyers");
    phone.picture("changes-asked-for");
    JsonNode item = itemOf(proof);
    assertThat(item.get("state").asString()).isEqualTo("proof_changes_requested");
    assertThat(item.get("history").get(item.get("history").size() - 1).at("/details/feedback"))
        .hasToString("\"A larger logo, please.\\nAnd blue.\"");
  }

  @Test
  void as_many_lines_as_the_browser_lets_through_are_taken() {
    Sent proof = desk().sent("Flyers");
    phone.open(urlOf(proof));
    String lines = "12345678\n\n".repeat(199) + "1234567890";
    phone.asks("document.querySelector('#feedback').value = " + quoted(lines));
    phone.one("section[aria-labelledby=no] button").click();
    phone.awaits("h1", "Thank you");

    assertThat(itemOf(proof).get("history").toString()).contains(quoted(lines));
  }

  private static String quoted(String lines) {
    return "\"" + lines.replace("\n", "\\n") + "\"";
  }

  @Test
  void a_used_link_says_what_was_answered() {
    Sent proof = desk().sent("Flyers");
    String url = urlOf(proof);
    phone.open(url);
    phone.one("#name").sendKeys("Ada", Keys.ENTER);
    phone.awaits("h1", "Thank you");
    String after = head();

    phone.reload();
    phone.open(url);
    assertThat(phone.text("h1")).isEqualTo("Flyers");
    assertThat(phone.text("main"))
        .contains("The proof has been approved already.", "That was on ", " UTC");
    assertThat(phone.all("form, a.file")).isEmpty();
    fits();
    phone.picture("used");
    assertThat(head()).isEqualTo(after);
  }

  @Test
  void who_answers_on_an_old_page_is_told_that_a_newer_proof_was_sent() {
    Sent proof = desk().sent("Flyers");
    phone.open(urlOf(proof));
    phone.one("#name").sendKeys("Ada");
    new Talk(shop.http())
        .done(
            "POST",
            "/api/items/" + proof.item() + "/transition",
            "{'to':'proof_changes_requested','feedback':'by phone'}");
    desk().sendProof(proof.item());
    String before = head();
    phone.one("section[aria-labelledby=yes] button").click();
    phone.awaits("main", "Another proof was sent since.");

    assertThat(phone.all("form, a.file")).isEmpty();
    phone.picture("newer-proof");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void whose_time_is_up_while_the_page_is_open_is_told_so() {
    Sent proof = desk().sent("Flyers");
    Instant end = Instant.now().plusSeconds(6);
    phone.open(shop.http().base() + desk().link(proof, end));
    phone.one("#name").sendKeys("Ada");
    String before = head();
    await().until(() -> Instant.now().isAfter(end));
    phone.one("section[aria-labelledby=yes] button").click();
    phone.awaits("main", "The link has expired.");

    assertThat(phone.all("form, a.file")).isEmpty();
    phone.picture("expired");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void what_leads_nowhere_says_so() {
    phone.open(shop.http().base() + "/customer/proofs/nonsense");

    assertThat(phone.text("main")).contains("There is nothing at this address.");
    fits();
    phone.picture("nowhere");
  }

  @Test
  void looking_changes_nothing() {
    Sent proof = desk().sent("Flyers");
    String url = urlOf(proof);
    String before = head();
    phone.open(url);
    phone.reload();
    phone.open(url + "/approve");
    phone.open(url + "/changes");
    phone.open(url);

    assertThat(phone.all("form")).hasSize(2);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void nothing_of_it_needs_scripts() {
    Sent approved = desk().sent("Flyers");
    Sent changed = desk().sent("Posters");
    try (Phone strict = Phone.withoutScripts(directory.resolve("strict"))) {
      strict.open(
          "data:text/html,<title>none ran</title><script>document.title = 'one ran'</script>");
      assertThat(strict.title()).isEqualTo("none ran");

      strict.open(urlOf(approved));
      // By keyboard: the driver clicks with the help of a script that waits.
      strict.one("#name").sendKeys("Ada", Keys.ENTER);
      strict.awaits("h1", "Thank you");
      assertThat(itemOf(approved).get("state").asString()).isEqualTo("ready_for_production");

      strict.open(urlOf(changed));
      strict.one("#feedback").sendKeys(" ");
      strict.press(Keys.TAB, Keys.ENTER);
      strict.awaits("#feedback-wrong", "cannot be empty");
      strict.one("#feedback").sendKeys("A larger logo");
      strict.press(Keys.TAB, Keys.ENTER);
      strict.awaits("h1", "Thank you");
      assertThat(itemOf(changed).get("state").asString()).isEqualTo("proof_changes_requested");
    }
  }
}
