package jobtrail.query.platform;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/rebuild/{view}}: builds a view anew. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {

  private final Rebuild rebuild;

  RebuildEndpoint(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @WriteOperation
  WebEndpointResponse<Map<String, String>> rebuild(@Selector String view) {
    return rebuild.rebuild(view)
        ? new WebEndpointResponse<>(Map.of("rebuilding", view), 200)
        : new WebEndpointResponse<>(Map.of("unknown", view), 404);
  }
}
