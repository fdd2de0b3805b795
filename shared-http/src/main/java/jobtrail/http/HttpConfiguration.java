package jobtrail.http;

import jakarta.validation.Validator;
import java.util.Objects;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardHost;
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
  FilterRegistrationBean<RequestGate> httpRequestGate() {
    FilterRegistrationBean<RequestGate> gate = new FilterRegistrationBean<>(new RequestGate());
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
}
