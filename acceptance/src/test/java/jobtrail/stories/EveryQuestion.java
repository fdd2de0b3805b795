package jobtrail.stories;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** All that can be asked about a story, to be asked again and again. */
final class EveryQuestion {

  private static final Duration REPLAYED = Duration.ofSeconds(60);
  private static final Pattern AGE = Pattern.compile(",\"ageSeconds\":\\d+");

  private final Http http;
  private final long seen;
  private final Set<String> templates = new LinkedHashSet<>();
  private final List<String> addresses = new ArrayList<>();

  EveryQuestion(Http http, long seen) {
    this.http = http;
    this.seen = seen;
  }

  /** The same question about each of these; {@code {…}} stands for what it is about. */
  EveryQuestion of(String template, String... about) {
    templates.add(template);
    for (String one : about) {
      addresses.add(template.replaceAll("\\{\\w+}", one));
    }
    return this;
  }

  /** The same question at addresses that name more than one thing. */
  EveryQuestion at(String template, String... these) {
    templates.add(template);
    addresses.addAll(List.of(these));
    return this;
  }

  /** A list, and the same list asked for in these ways. */
  EveryQuestion list(String template, String... queries) {
    templates.add(template);
    addresses.add(template);
    for (String query : queries) {
      addresses.add(template + "?" + query);
    }
    return this;
  }

  /** The kinds of question that are asked. */
  Set<String> templates() {
    return templates;
  }

  /** Every answer, byte for byte, save how long ago something was. */
  Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    addresses.forEach(address -> answers.put(address, answer(address)));
    return answers;
  }

  private String answer(String address) {
    Http.Reply reply =
        await()
            .atMost(REPLAYED)
            .until(() -> http.get(address, seen), answered -> answered.status() != 503)
            .expect(200);
    return reply.header("ETag") + " " + AGE.matcher(reply.body()).replaceAll("");
  }
}
