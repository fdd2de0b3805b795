import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures the operators' queues of one or more running Jobtrails, asked in turn, so that what the machine does besides
 * falls on all of them alike. Each starts empty, is given as many steps and serials as the arguments say, and must have
 * been told to keep data of its own. Run it as it is:
 *
 * <pre>
 * java benchmarks/Queues.java 3000 http://localhost:8081 200 20000  http://localhost:8082 200 100000
 * </pre>
 *
 * Steps come in paths of eight; the serials stand on all steps alike. The first argument is how often each is asked.
 */
class Queues {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern SERIAL = Pattern.compile("SN-\\d+");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+),\"head\":(\\d+)");
  private static final int STEPS_OF_A_PATH = 8;
  private static final String[] QUESTIONS = {"/api/operator/queue/_all", "/api/operator/work-queue"};

  private final String base;

  Queues(String base) {
    this.base = base;
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Map<Queues, String> shops = new LinkedHashMap<>();
    for (int i = 1; i < args.length; i += 3) {
      Queues shop = new Queues(args[i]);
      int steps = Integer.parseInt(args[i + 1]);
      int serials = Integer.parseInt(args[i + 2]);
      if (shop.get(QUESTIONS[0]).contains("\"jobs\":[]")) {
        shop.fill(steps, serials / steps);
      }
      shops.put(shop, String.format(Locale.ROOT, "%,d serials on %d steps", serials, steps));
    }
    for (Queues shop : shops.keySet()) {
      shop.awaitViews();
    }
    for (String question : QUESTIONS) {
      measure(shops, question, rounds / 3);
      System.out.println(question);
      measure(shops, question, rounds)
          .forEach((shop, times) -> System.out.printf(Locale.ROOT, "  %-28s %s%n", shops.get(shop), times));
    }
  }

  private static Map<Queues, Times> measure(Map<Queues, String> shops, String question, int rounds) throws Exception {
    Map<Queues, Times> times =
        shops.keySet().stream().collect(Collectors.toMap(shop -> shop, shop -> new Times(rounds), (a, b) -> a, LinkedHashMap::new));
    for (int n = 0; n < rounds; n++) {
      for (Queues shop : shops.keySet()) {
        long started = System.nanoTime();
        String answer = shop.get(question);
        times.get(shop).add(n, (System.nanoTime() - started) / 1e6, answer.length());
      }
    }
    return times;
  }

  private void fill(int steps, int perStep) throws Exception {
    String job = id(post(201, "/api/jobs", "{\"name\":\"Queues\",\"goalQuantity\":1000}"));
    for (int path = 0; path < steps / STEPS_OF_A_PATH; path++) {
      StringBuilder laidOut = new StringBuilder();
      for (int step = 0; step < STEPS_OF_A_PATH; step++) {
        laidOut
            .append(step == 0 ? "" : ",")
            .append("{\"name\":\"Step %d\",\"location\":\"Bench %d\",\"optional\":true}".formatted(step, path % 5));
      }
      String pathId =
          id(
              post(
                  201,
                  "/api/paths",
                  "{\"jobId\":\"%s\",\"name\":\"Path %d\",\"goalQuantity\":1000,\"advancementMode\":\"flexible\",\"steps\":[%s]}"
                      .formatted(job, path, laidOut)));
      for (int step = 0; step < STEPS_OF_A_PATH; step++) {
        for (int done = 0; done < perStep; done += 1_000) {
          int quantity = Math.min(1_000, perStep - done);
          String made =
              post(
                  201,
                  "/api/serials",
                  "{\"jobId\":\"%s\",\"pathId\":\"%s\",\"quantity\":%d}".formatted(job, pathId, quantity));
          if (step > 0) {
            Matcher matcher = SERIAL.matcher(made);
            String ids = matcher.results().map(found -> "\"" + found.group() + "\"").distinct().collect(Collectors.joining(","));
            post(200, "/api/serials/advance-to", "{\"serialIds\":[%s],\"targetStepIndex\":%d,\"userId\":\"bench\"}".formatted(ids, step));
          }
        }
      }
    }
  }

  /** Waits until every view holds all there is. */
  private void awaitViews() throws Exception {
    boolean all = false;
    while (!all) {
      Thread.sleep(50);
      Matcher views = POSITION.matcher(get("/actuator/health"));
      all = views.find();
      while (all && !views.hitEnd()) {
        all = views.group(1).equals(views.group(2));
        if (!views.find()) {
          break;
        }
      }
    }
  }

  private static String id(String body) {
    Matcher matcher = ID.matcher(body);
    matcher.find();
    return matcher.group(1);
  }

  private String get(String path) throws Exception {
    return expect(200, HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private String post(int status, String path, String body) throws Exception {
    return expect(
        status,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String expect(int status, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = CLIENT.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
    if (response.statusCode() != status) {
      throw new IllegalStateException(response + ": " + response.body());
    }
    return response.body();
  }

  /** Times of one kind of call, in milliseconds, and how long its answers were. */
  private static final class Times {

    private final double[] millis;
    private int characters;

    Times(int rounds) {
      millis = new double[rounds];
    }

    void add(int round, double took, int length) {
      millis[round] = took;
      characters = length;
    }

    private double percentile(double percent) {
      double[] sorted = millis.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "p50=%.2f p90=%.2f p99=%.2f max=%.2f ms, %,d characters",
          percentile(50), percentile(90), percentile(99), percentile(100), characters);
    }
  }
}
