import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a running Jobtrail over HTTP. Run it as it is:
 *
 * <pre>
 * java benchmarks/Shop.java http://localhost:8080 create     10,000 serials of an 8-step path in one call, with a GET beside it
 * java benchmarks/Shop.java http://localhost:8080 visible    commit to visible at 200 commands a second
 * java benchmarks/Shop.java http://localhost:8080 jobs       GET job with 1,000 and with 1,000,000 serials behind it, in turn
 * java benchmarks/Shop.java http://localhost:8080 rebuild    all views from the first event on
 * </pre>
 */
class Shop {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern SERIAL = Pattern.compile("SN-\\d+");
  private static final Pattern VIEW =
      Pattern.compile("\"([a-z-]+)\":\\{\"details\":\\{\"running\":[a-z]+,\"segments\":\\d+,\"position\":(\\d+),\"head\":(\\d+)");

  private final String base;

  Shop(String base) {
    this.base = base;
  }

  public static void main(String[] args) throws Exception {
    Shop shop = new Shop(args[0]);
    switch (args[1]) {
      case "create" -> shop.create();
      case "visible" -> shop.visible();
      case "jobs" -> shop.jobs();
      case "rebuild" -> shop.rebuild();
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private void create() throws Exception {
    String[] path = path();
    issue(path, 10_000);
    for (int round = 1; round <= 5; round++) {
      Times beside = new Times();
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      beside.time(() -> get("/api/jobs/" + path[0]));
                    }
                  });
      long started = System.nanoTime();
      issue(path, 10_000);
      double seconds = (System.nanoTime() - started) / 1e9;
      reader.interrupt();
      reader.join();
      System.out.printf(Locale.ROOT, "10,000 serials in %.2f s; GET job meanwhile: %s%n", seconds, beside);
    }
  }

  private void visible() throws Exception {
    String[] path = path();
    List<String> serials = issue(path, 2_000);
    paced(serials, 5, new Times());
    Times times = new Times();
    paced(serials, 30, times);
    System.out.println("answer of the command to answer of a GET that shows it, 200/s: " + times);
  }

  /** 200 commands a second for some seconds; after each, a GET that has to show it. */
  private void paced(List<String> serials, int seconds, Times times) throws Exception {
    try (var terminals = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int n = 0; n < seconds * 200; n++) {
        String serial = serials.get(n % serials.size());
        terminals.submit(
            () -> {
              HttpResponse<String> moved = send("POST", "/api/serials/" + serial + "/advance", "{}");
              String position = moved.headers().firstValue("Ledger-Position").orElseThrow();
              times.time(() -> expect(200, send("GET", "/api/serials/" + serial, null, "Ledger-Position", position)));
              return null;
            });
        long next = start + (n + 1) * 5_000_000L;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      }
      terminals.shutdown();
      terminals.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private void jobs() throws Exception {
    String[] small = path();
    issue(small, 1_000);
    String[] large = path();
    for (int n = 0; n < 100; n++) {
      issue(large, 10_000);
    }
    awaitViews();
    for (int n = 0; n < 2_000; n++) {
      get("/api/jobs/" + small[0]);
      get("/api/jobs/" + large[0]);
    }
    Times ofSmall = new Times();
    Times ofLarge = new Times();
    for (int n = 0; n < 3_000; n++) {
      ofSmall.time(() -> get("/api/jobs/" + small[0]));
      ofLarge.time(() -> get("/api/jobs/" + large[0]));
    }
    System.out.println("1,000 serials:     " + ofSmall);
    System.out.println("1,000,000 serials: " + ofLarge);
    System.out.printf(Locale.ROOT, "ratio of the medians: %.2f%n", ofLarge.percentile(50) / ofSmall.percentile(50));
  }

  private void rebuild() throws Exception {
    long events = awaitViews();
    long started = System.nanoTime();
    List<String> views = VIEW.matcher(get("/actuator/health")).results().map(view -> view.group(1)).toList();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      views.forEach(view -> hands.submit(() -> expect(200, send("POST", "/actuator/rebuild/" + view, "{}"))));
    }
    awaitViews();
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(Locale.ROOT, "%,d events into all views in %.1f s: %,.0f events/s%n", events, seconds, events / seconds);
  }

  /** Waits until every view holds all there is; answers the ledger's head. */
  private long awaitViews() throws Exception {
    while (true) {
      Matcher views = VIEW.matcher(get("/actuator/health"));
      boolean all = true;
      long head = 0;
      while (views.find()) {
        head = Math.max(head, Long.parseLong(views.group(3)));
        all &= views.group(2).equals(views.group(3));
      }
      if (head > 0 && all) {
        return head;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** A new job with an 8-step path: their ids. */
  private String[] path() throws Exception {
    String job = id(post("/api/jobs", "{\"name\":\"Benchmark\",\"goalQuantity\":1000}"));
    String steps = "{\"name\":\"Step\"},".repeat(8);
    String path =
        id(
            post(
                "/api/paths",
                "{\"jobId\":\"%s\",\"name\":\"Main\",\"goalQuantity\":1000,\"steps\":[%s]}"
                    .formatted(job, steps.substring(0, steps.length() - 1))));
    return new String[] {job, path};
  }

  private List<String> issue(String[] path, int quantity) throws Exception {
    String body =
        post("/api/serials", "{\"jobId\":\"%s\",\"pathId\":\"%s\",\"quantity\":%d}".formatted(path[0], path[1], quantity));
    List<String> serials = new ArrayList<>();
    Matcher matcher = SERIAL.matcher(body);
    while (matcher.find()) {
      serials.add(matcher.group());
    }
    return serials;
  }

  private static String id(String body) {
    Matcher matcher = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(body);
    matcher.find();
    return matcher.group(1);
  }

  private String get(String path) throws Exception {
    return expect(200, send("GET", path, null));
  }

  private String post(String path, String body) throws Exception {
    return expect(201, send("POST", path, body));
  }

  private static String expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new IllegalStateException(response + ": " + response.body());
    }
    return response.body();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(1))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** Times of one kind of call, in milliseconds. */
  private static final class Times {

    private final List<Double> millis = new ArrayList<>();

    interface Call {
      Object make() throws Exception;
    }

    void time(Call call) {
      long started = System.nanoTime();
      try {
        call.make();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      double took = (System.nanoTime() - started) / 1e6;
      synchronized (millis) {
        millis.add(took);
      }
    }

    double percentile(double percent) {
      synchronized (millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * percent / 100)];
      }
    }

    @Override
    public String toString() {
      return "n=%d p50=%.2f p90=%.2f p99=%.2f max=%.2f ms"
          .formatted(millis.size(), percentile(50), percentile(90), percentile(99), percentile(100));
    }
  }
}
