package jobtrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * No Docker runs where this is built, so the files are read as Docker and nginx would read them.
 */
class DockerComposeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void it_runs_postgresql_both_sides_and_a_gateway() throws IOException {
    assertThat(services()).containsOnlyKeys("postgres", "command-side", "query-side", "gateway");
    assertThat(service("postgres")).containsEntry("image", "postgres:18");
    assertThat(service("gateway").get("image")).asString().startsWith("nginx:");
  }

  @Test
  void only_the_gateway_is_published_and_only_to_this_machine() throws IOException {
    assertThat(services())
        .allSatisfy((name, service) -> {
          if (!name.equals("gateway")) {
            assertThat(service).as(name).doesNotContainKey("ports");
          }
        });
    assertThat(service("gateway").get("ports"))
        .isEqualTo(List.of("127.0.0.1:${JOBTRAIL_PORT:-8080}:80"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-side", "query-side"})
  void a_side_is_built_from_its_own_jar_and_uses_the_one_database(String side) throws IOException {
    assertThat(at(service(side), "build", "args")).isEqualTo(Map.of("SIDE", side));
    assertThat(ROOT.resolve(String.valueOf(at(service(side), "build", "dockerfile"))))
        .isRegularFile();
    assertThat(at(service(side), "environment", "JOBTRAIL_DATABASE_URL"))
        .isEqualTo(
            "jdbc:postgresql://postgres:5432/"
                + at(service("postgres"), "environment", "POSTGRES_DB"));
    assertThat(at(service(side), "environment", "JOBTRAIL_DATABASE_USERNAME"))
        .isEqualTo(at(service("postgres"), "environment", "POSTGRES_USER"));
    assertThat(at(service(side), "environment", "JOBTRAIL_DATABASE_PASSWORD"))
        .isEqualTo("${JOBTRAIL_DATABASE_PASSWORD:-jobtrail}")
        .isEqualTo(at(service("postgres"), "environment", "POSTGRES_PASSWORD"));
  }

  @Test
  void each_service_tells_its_health_and_waits_for_that_of_those_it_needs() throws IOException {
    assertThat(services())
        .allSatisfy((name, service) -> assertThat(service).as(name).containsKey("healthcheck"));
    for (String side : List.of("command-side", "query-side")) {
      assertThat(at(service(side), "depends_on", "postgres", "condition"))
          .isEqualTo("service_healthy");
      assertThat(at(service("gateway"), "depends_on", side, "condition"))
          .isEqualTo("service_healthy");
    }
  }

  @Test
  void what_is_mounted_exists() throws IOException {
    assertThat(service("gateway").get("volumes"))
        .isEqualTo(
            List.of(
                "./deploy/gateway.conf:/etc/nginx/conf.d/default.conf:ro",
                "./docs/openapi.json:/etc/nginx/openapi.json:ro"));
    assertThat(ROOT.resolve("deploy/gateway.conf")).isRegularFile();
    assertThat(ROOT.resolve("docs/openapi.json")).isRegularFile();
    assertThat(at(service("postgres"), "volumes"))
        .isEqualTo(List.of("postgres:/var/lib/postgresql"));
  }

  @Test
  void customers_links_lead_to_the_gateway_unless_said_otherwise() throws IOException {
    assertThat(at(service("command-side"), "environment", "JOBTRAIL_PUBLICURL"))
        .isEqualTo("${JOBTRAIL_PUBLIC_URL:-http://localhost:${JOBTRAIL_PORT:-8080}}");
  }

  @Test
  void all_command_sides_share_the_folder_of_the_artwork() throws IOException {
    assertThat(service("command-side").get("volumes")).isEqualTo(List.of("artwork:/artwork"));
    assertThat(at(service("command-side"), "environment", "JOBTRAIL_ARTWORKDIR"))
        .isEqualTo("/artwork");
    assertThat(Files.readString(ROOT.resolve("deploy/Dockerfile")))
        .contains("install -d -o jobtrail -g jobtrail /artwork");
    assertThat(service("query-side").get("volumes")).isEqualTo(List.of());
    assertThat(Files.readString(ROOT.resolve("deploy/gateway.conf")))
        .contains("proxy_request_buffering off;", "client_max_body_size 0;");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /api/jobs,                              command-side",
    "PUT,    /api/jobs/job_1,                        command-side",
    "PATCH,  /api/paths/path_1/advancement-mode,     command-side",
    "DELETE, /api/paths/path_1,                      command-side",
    "POST,   /api/serials/SN-00001/advance,          command-side",
    "GET,    /api/serials/SN-00001/actions,          command-side",
    "HEAD,   /api/serials/SN-00001/actions,          command-side",
    "GET,    /api/serials/SN-00001/can-complete,     command-side",
    "GET,    /api/items/item_1/transitions,          command-side",
    "GET,    /api/items/item_1/artwork/2,            command-side",
    "HEAD,   /api/items/item_1/artwork/2/1,          command-side",
    "POST,   /api/items/item_1/artwork,              command-side",
    "GET,    /api/items/item_1/proof/proof_1,        command-side",
    "GET,    /customer/abc,                          command-side",
    "GET,    /api/jobs,                              query-side",
    "GET,    /api/jobs/job_1,                        query-side",
    "HEAD,   /api/jobs/job_1,                        query-side",
    "GET,    /api/serials/SN-00001,                  query-side",
    "GET,    /api/items/item_1,                      query-side",
    "GET,    /swagger-ui.html,                       query-side",
  })
  void the_gateway_sends_each_request_to_the_side_that_answers_it(
      String method, String path, String side) throws IOException {
    assertThat(sideFor(method + " " + path)).isEqualTo(side);
  }

  @Test
  void the_gateway_knows_both_sides_and_asks_each_to_describe_itself() throws IOException {
    String conf = Files.readString(ROOT.resolve("deploy/gateway.conf"));
    for (String side : List.of("command-side", "query-side")) {
      assertThat(conf)
          .contains("upstream " + side + " {\n    server " + side + ":8080;")
          .contains(
              "location = /"
                  + side
                  + "/v3/api-docs {\n        proxy_pass http://"
                  + side
                  + "/v3/api-docs;");
    }
    assertThat(conf).contains("location = /v3/api-docs {", "alias /etc/nginx/openapi.json;");
    assertThat(conf).contains("location /actuator/ {\n        proxy_pass http://query-side;");
    assertThat(conf).contains("location / {\n        proxy_pass http://$side;");
  }

  @Test
  void a_customers_link_stands_in_no_log_of_the_gateway() throws IOException {
    Matcher customer =
        Pattern.compile("location /customer/ \\{([^}]*)}")
            .matcher(Files.readString(ROOT.resolve("deploy/gateway.conf")));

    assertThat(customer.find()).isTrue();
    assertThat(customer.group(1).lines().map(String::strip))
        .contains("access_log off;", "error_log /dev/null;", "proxy_pass http://$side;");
  }

  /** The first line of the map whose expression matches, as nginx chooses; else its default. */
  private static String sideFor(String request) throws IOException {
    String conf = Files.readString(ROOT.resolve("deploy/gateway.conf"));
    Matcher line = Pattern.compile("\"~(\\^[^\"]+)\" ([a-z-]+);|default ([a-z-]+);").matcher(conf);
    while (line.find()) {
      if (line.group(1) == null || Pattern.compile(line.group(1)).matcher(request).find()) {
        return line.group(1) == null ? line.group(3) : line.group(2);
      }
    }
    throw new AssertionError("The gateway has no place for " + request);
  }

  private static Map<String, Map<Object, Object>> services() throws IOException {
    Map<String, Map<String, Map<Object, Object>>> file =
        new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    Map<String, Map<Object, Object>> services = file.get("services");
    assertThat(services).isNotNull();
    return services == null ? Map.of() : services;
  }

  private static Map<Object, Object> service(String name) throws IOException {
    Map<Object, Object> service = services().get(name);
    assertThat(service).as(name).isNotNull();
    return service == null ? Map.of() : service;
  }

  private static Object at(Object map, String... keys) {
    Object value = map;
    for (String key : keys) {
      assertThat(value).as("what holds " + key).isInstanceOf(Map.class);
      value =
          value instanceof Map<?, ?> inner && inner.get(key) != null ? inner.get(key) : "nothing";
    }
    return value;
  }
}
