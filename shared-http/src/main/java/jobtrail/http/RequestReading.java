package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes and gives JSON only, and hands {@link Page} and {@link IfMatch} to who asks for them. */
final class RequestReading implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private static final Set<String> OTHER_THAN_JSON = Set.of("yaml", "xml", "cbor", "smile");

  // Libraries bring formats along that nobody asked for and that our checks of bodies do not see.
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.configureMessageConvertersList(list ->
        list.removeIf(converter ->
            converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> OTHER_THAN_JSON.contains(format(type)))));
  }

  private static String format(MediaType type) {
    return type.getSubtype().startsWith("x-") ? type.getSubtype().substring(2) : type.getSubtype();
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Page.class
        || parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    return parameter.getParameterType() == Page.class ? Page.of(request) : IfMatch.of(request);
  }
}
