package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a decider's tests when, all of them run, they never showed a permitted command go well, a
 * permitted event change the state, or a reason refuse. The examples tell it what they showed; a
 * part of the tests run alone is not judged.
 */
public final class WholeRuleBook implements AfterTestExecutionCallback, AfterAllCallback {

  private final Set<Object> expected = new LinkedHashSet<>();
  private final Set<Object> shown = new LinkedHashSet<>();
  private final Set<Method> run = new LinkedHashSet<>();
  private final Set<Class<?>> together = new LinkedHashSet<>();

  /** A book of these sealed roots and enums of reasons. */
  public WholeRuleBook(Class<?>... rootsAndReasons) {
    for (Class<?> root : rootsAndReasons) {
      if (root.isEnum()) {
        expected.addAll(Arrays.asList(root.getEnumConstants()));
      } else {
        expected.addAll(kinds(root).toList());
      }
    }
  }

  /** The examples stand in several classes; the book is judged when all of them have run. */
  public WholeRuleBook shownBy(Class<?>... tests) {
    together.addAll(Arrays.asList(tests));
    return this;
  }

  /** Another test shows this refusal, since another class rules on it. */
  public WholeRuleBook except(Enum<?> reason) {
    expected.remove(reason);
    return this;
  }

  /** Another test shows this command go well, since another class carries it out. */
  public WholeRuleBook except(Class<?> command) {
    expected.remove(command);
    return this;
  }

  /** A command went well, or an event was heard. */
  public void shows(Object message) {
    shown.add(message.getClass());
  }

  /** A rule said no. */
  public void showsRefusal(Enum<?> reason) {
    shown.add(reason);
  }

  /** What no example has shown yet. */
  Set<Object> missing() {
    Set<Object> missing = new LinkedHashSet<>(expected);
    missing.removeAll(shown);
    return missing;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    run.add(context.getRequiredTestMethod());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> tests = context.getRequiredTestClass();
    together.add(tests.getNestHost());
    long all = together.stream().flatMap(WholeRuleBook::testsOf).count();
    if (tests.getEnclosingClass() == null && run.size() == all) {
      assertThat(missing()).as("never shown by an example").isEmpty();
    }
  }

  private static Stream<Class<?>> kinds(Class<?> root) {
    return root.isSealed()
        ? Arrays.stream(root.getPermittedSubclasses()).flatMap(WholeRuleBook::kinds)
        : Stream.of(root);
  }

  private static Stream<Method> testsOf(Class<?> tests) {
    return Stream.concat(
        Arrays.stream(tests.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class)),
        Arrays.stream(tests.getDeclaredClasses()).flatMap(WholeRuleBook::testsOf));
  }
}
