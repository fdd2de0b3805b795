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

  /** Moves a serial on. */
  public Request advance(String serialId) {
    return node.to("POST", "/api/serials/" + serialId + "/advance");
  }

  /** The ids of a path's steps, in order. */
  public static List<String> steps(Reply path) {
    return path.json().path("steps").valueStream().map(step -> step.path("id").asString()).toList();
  }

  /** The numbers in an answer to {@link #issue}. */
  public static List<String> numbers(Reply serials) {
    return serials.json().valueStream().map((JsonNode s) -> s.path("id").asString()).toList();
  }
}
