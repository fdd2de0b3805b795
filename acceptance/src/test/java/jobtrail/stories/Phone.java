package jobtrail.stories;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.springframework.util.FileSystemUtils;

/**
 * The phone of a customer: the Chromium of the system, without a screen. Nothing is downloaded for
 * it; where there is none its tests are skipped, and fail where the build demands them.
 */
final class Phone implements AutoCloseable {

  static final int WIDTH = 390;
  private static final int HEIGHT = 844;

  private static final Path PICTURES = Path.of("target", "customer-pages");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final List<String> FOLDERS =
      List.of("/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser");

  private final Path directory;
  private final Path downloads;
  private final ChromeDriver driver;

  private Phone(Path directory, Map<String, Object> more) {
    Path browser = installed("chromium", "chromium-browser", "google-chrome");
    Path driverProgram = installed("chromedriver", "chromium.chromedriver");
    this.directory = directory;
    downloads = directory.resolve("downloads");
    try {
      Files.createDirectories(downloads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> preferences = new HashMap<>(more);
    preferences.put("download.default_directory", downloads.toString());
    preferences.put("download.prompt_for_download", false);
    Map<String, Object> screen =
        Map.of("width", WIDTH, "height", HEIGHT, "pixelRatio", 2.0, "touch", true);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(SWITCHES);
    options.addArguments("--user-data-dir=" + directory.resolve("profile"));
    options.setExperimentalOption("prefs", preferences);
    options.setExperimentalOption("mobileEmulation", Map.of("deviceMetrics", screen));
    // With both programs named Selenium looks for neither, and fetches neither.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driverProgram.toFile())
            .usingAnyFreePort()
            .withLogFile(directory.resolve("driver.log").toFile())
            .build();
    driver = new ChromeDriver(service, options);
  }

  /** As it comes; all it keeps goes into a folder of its own. */
  static Phone ordinary(Path directory) {
    return new Phone(directory, Map.of());
  }

  /** One whose owner lets no page run scripts. */
  static Phone withoutScripts(Path directory) {
    return new Phone(directory, Map.of("profile.managed_default_content_settings.javascript", 2));
  }

  private static Path installed(String... names) {
    String path = System.getenv().getOrDefault("PATH", "");
    List<Path> places =
        Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), FOLDERS.stream())
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .toList();
    if (places.isEmpty()) {
      String missing =
          "No %s on this machine: install Chromium and its driver (on Debian: apt install chromium chromium-driver)"
              .formatted(names[0]);
      if (System.getenv("CI") == null) {
        Assumptions.abort(missing);
      }
      throw new AssertionError(missing);
    }
    return places.getFirst();
  }

  void open(String url) {
    driver.get(url);
  }

  void reload() {
    driver.navigate().refresh();
  }

  @Nullable String address() {
    return driver.getCurrentUrl();
  }

  @Nullable String title() {
    return driver.getTitle();
  }

  /** The text that a person sees. */
  String text(String selector) {
    return one(selector).getText();
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What a script answers that the page itself does not bring. */
  Object asks(String script) {
    Object answer = driver.executeScript("return " + script);
    return answer == null ? "null" : answer;
  }

  /** Waits for the page that follows. */
  void awaits(String selector, String text) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(WebDriverException.class)
        .until(() -> all(selector).stream().anyMatch(found -> found.getText().contains(text)));
  }

  /** Presses keys, wherever the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Day or night, as its owner has it. */
  void prefers(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Another phone, as wide as this. */
  void isAsWideAs(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 2, "mobile", true));
  }

  /** A picture of the whole page, for a person to look at. */
  void picture(String name) {
    Map<String, Object> taken =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    try {
      Files.createDirectories(PICTURES);
      Files.write(
          PICTURES.resolve(name + ".png"), Base64.getDecoder().decode("" + taken.get("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was saved under this name, once it is all there. */
  String saved(String fileName) {
    Path file = downloads.resolve(fileName);
    await().atMost(PATIENCE).until(() -> Files.exists(file));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its programs take a moment longer to end, and write until then. */
  @Override
  public void close() {
    driver.quit();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          FileSystemUtils.deleteRecursively(directory);
          return Files.notExists(directory);
        });
  }
}
