package jobtrail.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What people on the floor do all day, on one node. */
public record Floor(Node node) {

  /** A new job's id. */
  public String job() {
    return node.to("POST", "/api/jobs")
        .json("{'name':'Brackets','goalQuantity':100}")
        .send()
        .is(201)
        .text("id");
  }

  /** A new path with these steps. */
  public Reply path(String jobId, String... steps) {
    String named =
        Stream.of(steps).map(step -> "{'name':'" + step + "'}").collect(Collectors.joining(","));
    return node.to("POST", "/api/paths")
        .json("{'jobId':'%s','name':'Main','goalQuantity':5,'steps':[%s]}".formatted(jobId, named))
        .send()
        .is(201);
  }

  /** A new path with this many steps, for a new job. */
  public Reply longPath(int steps) {
    return path(job(), IntStream.range(0, steps).mapToObj(n -> "s" + n).toArray(String[]::new));
  }

  /** Changes a path's steps to those with these ids. */
  public Request plan(String pathId, List<String> stepIds) {
    String steps =
        stepIds.stream().map(id -> "{'id':'" + id + "'}").collect(Collectors.joining(","));
    return node.to("PUT", "/api/paths/" + pathId).json("{'steps':[" + steps + "]}");
  }

  /** Asks for serials of a path. */
  public Request issue(Reply path, int quantity) {
    return node.to("POST", "/api/serials")
        .json(
            "{'jobId':'%s','pathId':'%s','quantity':%d}"
                .formatted(path.text("jobId"), path.text("id"), quantity));
  }

  /** A new serial of a path. */
  public String serial(Reply path) {
    return issue(path, 1).send().is(201).json().get(0).path("id").asString();
  }

  /** A new item of a new job. */
  public String item() {
    return items(job(), 1).getFirst();
  }

  /** New items of a job. */
  public List<String> items(String jobId, int quantity) {
    String lines =
        IntStream.rangeClosed(1, quantity)
            .mapToObj(n -> "{'name':'Flyer %d','quantity':500}".formatted(n))
            .collect(Collectors.joining(","));
    return numbers(
        node.to("POST", "/api/jobs/" + jobId + "/items").json("[" + lines + "]").send().is(201));
  }

  /** A new item, brought into a state. */
  public String itemIn(String state) {
    String id = item();
    PaperMoves.wayTo(state).forEach(to -> move(id, PaperMoves.body(to)).send().is(200));
    return id;
  }

  /** Brings an item into another state. */
  public Request move(String itemId, String body) {
    return node.to("POST", "/api/items/" + itemId + "/transition").json(body);
  }

  /** Moves a serial on. */
  public Request advance(String serialId) {
    return node.to("POST", "/api/serials/" + serialId + "/advance");
  }

  /** The ids of a path's steps, in order. */
  public static List<String> steps(Reply path) {
    return path.json().path("steps").valueStream().map(step -> step.path("id").asString()).toList();
  }

  /** The ids in an answer that is a list. */
  public static List<String> numbers(Reply list) {
    return list.json().valueStream().map((JsonNode s) -> s.path("id").asString()).toList();
  }
}
