package jobtrail.stories;

import jobtrail.stories.SerialCalls.Hold;
import org.jspecify.annotations.Nullable;

/** Calls everything that can be asked of job items without a file, once or twice. */
final class ItemCalls {

  private static final String ADD = "/api/jobs/{jobId}/items";
  private static final String ONE = "/api/items/{itemId}";
  private static final String MANY = "/api/items/transition";
  private static final String LINE = "{\"name\":\"Flyer\",\"quantity\":500,\"productCode\":\"F\"}";

  private final Hold hold;
  private final Http http;

  ItemCalls(Hold hold, Http http) {
    this.hold = hold;
    this.http = http;
  }

  void everything() {
    String order = "{\"name\":\"Order\",\"reference\":\"PO 18\",\"items\":[" + LINE + "]}";
    Http.Reply job = hold.call("POST", "/api/jobs", "/api/jobs", order, 201);
    String items = "/api/jobs/" + job.text("/id") + "/items";
    String one = job.text("/items/0/id");
    String other = hold.call("POST", ADD, items, LINE, 201).text("/id");
    hold.call("POST", ADD, items, "[" + LINE + "," + LINE + "]", 201);
    hold.call("POST", ADD, items, "[{}]", 400);
    hold.call("POST", ADD, "/api/jobs/job_none/items", LINE, 404);

    ask("GET", one, "transitions", null, 200);
    ask("GET", "item_none", "transitions", null, 404);
    String files = "{\"name\":\"a.pdf\",\"size\":9,\"sha256\":\"" + "ab".repeat(32) + "\"}";
    ask("POST", one, "transition", "{\"to\":\"in_review\",\"files\":[" + files + "]}", 200);
    ask("GET", one, "transitions", null, 200);
    ask("POST", one, "transition", "{\"to\":\"customer_notified\"}", 400);
    ask("POST", one, "transition", "{\"to\":\"archived\"}", 409);
    ask("POST", one, "proof-link", "{}", 409);
    ask("POST", one, "transition", "{\"to\":\"proof_sent\",\"proofReference\":\"P-1\"}", 200);
    ask("POST", one, "proof-link", "{\"proofReference\":\"P-1\",\"expiresInHours\":24}", 404);
    String ids = "{\"itemIds\":[\"%s\",\"%s\",\"item_none\"]".formatted(one, other);
    hold.call("POST", MANY, MANY, ids + ",\"to\":\"in_review\",\"userId\":\"olga\"}", 200);
    Http.Reply last =
        hold.call("POST", MANY, MANY + "?atomic=true", ids + ",\"to\":\"in_review\"}", 409);

    String itself = "/api/items/" + one;
    http.get(itself, last.position()).expect(200);
    hold.call("GET", ONE, itself, null, 200);
    hold.call("GET", ONE, "/api/items/item_none", null, 404);
    hold.call("GET", ADD, items, null, 200);
    hold.call("GET", ADD, "/api/jobs/job_none/items", null, 404);
    hold.call("GET", "/api/items", "/api/items", null, 200);
    hold.call("GET", "/api/items", "/api/items?state=nowhere", null, 400);
    hold.call("GET", "/api/item-board", "/api/item-board", null, 200);
    hold.call("GET", "/api/item-board", "/api/item-board?limit=0", null, 400);
  }

  private void ask(String method, String item, String what, @Nullable String body, int status) {
    hold.call(method, ONE + "/" + what, "/api/items/" + item + "/" + what, body, status);
  }
}
