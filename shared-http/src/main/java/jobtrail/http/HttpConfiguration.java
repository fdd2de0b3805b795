package jobtrail.http;

import jakarta.validation.Validator;
import java.util.Objects;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/**
 * All of this module, for an application to import. The properties that go with it stand in {@code
 * jobtrail-http.yml}, which an application takes in with {@code
 * spring.config.import=classpath:jobtrail-http.yml}.
 */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {

  /**
   * Outside of all that reads a request, inside of what measures it: filters behind this order see
   * only what the gate let through.
   */
  public static final int GATE_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

  @Bean
  Checked httpChecked(Validator validator) {
    return new Checked(validator);
  }

  @Bean
  Refusals httpRefusals(JsonMapper json, ObjectProvider<RefusalSource> sources) {
    return new Refusals(new BodyErrors(json), sources.orderedStream().toList());
  }

  @Bean
  ProblemAdvice httpProblemAdvice(Refusals refusals) {
    return new ProblemAdvice(refusals);
  }

  @Bean
  DirectBodies httpDirectBodies(JsonMapper json, Checked checked) {
    return new DirectBodies(json, checked);
  }

  @Bean
  DirectAnswers httpDirectAnswers(JsonMapper json, Refusals refusals) {
    return new DirectAnswers(json, refusals);
  }

  @Bean
  ErrorPageController httpErrorPageController(Refusals refusals) {
    return new ErrorPageController(refusals);
  }

  @Bean
  JsonBodyCheck httpJsonBodyCheck() {
    return new JsonBodyCheck();
  }

  @Bean
  JsonRules httpJsonRules() {
    return new JsonRules();
  }

  @Bean
  RequestReading httpRequestReading() {
    return new RequestReading();
  }

  @Bean
  RequiredByNullness httpRequiredByNullness() {
    return new RequiredByNullness();
  }

  @Bean
  ApiDescription httpApiDescription() {
    return new ApiDescription(
        Objects.requireNonNullElse(
            HttpConfiguration.class.getPackage().getImplementationVersion(), "development"));
  }

  @Bean
  ConstraintDescription httpConstraintDescription() {
    return new ConstraintDescription();
  }

  @Bean
  FilterRegistrationBean<RequestGate> httpRequestGate(
      ObjectProvider<UploadAddress> uploads, ObjectProvider<FormAddress> forms) {
    FilterRegistrationBean<RequestGate> gate =
        new FilterRegistrationBean<>(
            new RequestGate(uploads.stream().toList(), forms.stream().toList()));
    gate.setOrder(GATE_ORDER);
    return gate;
  }

  /** Comes after Boot's own customiser, so that our valve is the inner one and reports first. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> httpContainerErrors() {
    return server ->
        server.addContextCustomizers(context -> {
          Container host = context.getParent();
          host.getPipeline().addValve(new ContainerErrorValve());
          if (host instanceof StandardHost standard) {
            standard.setErrorReportValveClass(ContainerErrorValve.class.getName());
          }
        });
  }

  /**
   * Who asks before sending a large body ({@code Expect: 100-continue}) is told to go on when the
   * body is read, and not before: what is refused by its address alone is never sent.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> httpContinueWhenRead() {
    return server ->
        server.addConnectorCustomizers(connector ->
            connector.setProperty(
                "continueResponseTiming", ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
  }
}
