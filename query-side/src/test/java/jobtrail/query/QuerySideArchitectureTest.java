package jobtrail.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.events.EventNames;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The walls of the read side; each has an offender in {@code offenders} that it must catch. */
class QuerySideArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("jobtrail.query");
  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importPackages("jobtrail.query.offenders");

  /** What one question lends another; all else outside platform stays in its folder. */
  private static final Set<String> LENT =
      Set.of(
          "Jobs",
          "Paths",
          "PathView",
          "StepView",
          "JobProgress",
          "PathCount",
          "StepCount",
          "Serials",
          "Certificates",
          "CertificateView",
          "AttachmentView",
          "Notes",
          "NoteView",
          "Users",
          "JobItems",
          "JobItemsView",
          "Items",
          "AskedItems");

  private static final ArchRule ONLY_CONTROLLERS_KNOW_THE_WEB =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Controller")
          .and()
          .resideOutsideOfPackage("jobtrail.query.platform")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

  private static final ArchRule ONLY_ROWS_AND_SQL_KNOW_THE_DATABASE =
      noClasses()
          .that()
          .haveNameNotMatching(".*(Row|Rows|Sql)(\\$.*)?")
          .and()
          .resideOutsideOfPackage("jobtrail.query.platform")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.springframework.jdbc..");

  private static final ArchRule QUESTIONS_DO_NOT_GO_ROUND_IN_CIRCLES =
      slices().matching("jobtrail.query.(**)").should().beFreeOfCycles();

  private static final ArchRule LITTLE_IS_PUBLIC =
      classes()
          .that()
          .resideOutsideOfPackage("jobtrail.query.platform")
          .and()
          .areNotAnonymousClasses()
          .should(
              ArchConditions.be(
                  DescribedPredicate.describe(
                      "package-private, or lent",
                      (JavaClass type) ->
                          !type.getModifiers().contains(JavaModifier.PUBLIC)
                              || LENT.contains(type.getSimpleName())
                              || type.getSimpleName().startsWith("QuerySide"))));

  private static final ArchRule EVENTS_ARE_HEARD_BY_PROJECTIONS =
      methods()
          .that()
          .areAnnotatedWith(EventHandler.class)
          .should()
          .beDeclaredInClassesThat()
          .haveNameMatching(".*(Projection|When.*Then.*)");

  private static final ArchRule PROJECTIONS_ONLY_HEAR =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Projection")
          .and()
          .areNotPrivate()
          .and()
          .areNotStatic()
          .should()
          .haveName("on");

  private static final ArchRule NOTHING_IS_PUT_INTO_FIELDS =
      fields().should().notBeAnnotatedWith(Autowired.class);

  private static final ArchRule NOBODY_OPENS_TRANSACTIONS =
      classes().should().notBeAnnotatedWith(Transactional.class);

  private static final ArchRule NO_OLD_DATES =
      noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class);

  private static final ArchRule VIEWS_HAVE_NO_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackage("jobtrail.query.platform")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  private static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL =
      classes()
          .should(
              ArchConditions.be(
                  DescribedPredicate.describe(
                      "in a @NullMarked package",
                      (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  record Wall(ArchRule rule, String offender) {

    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static Stream<Wall> walls() {
    return Stream.of(
        new Wall(ONLY_CONTROLLERS_KNOW_THE_WEB, "WebInAView"),
        new Wall(ONLY_ROWS_AND_SQL_KNOW_THE_DATABASE, "SqlInAView"),
        new Wall(QUESTIONS_DO_NOT_GO_ROUND_IN_CIRCLES, "Chicken"),
        new Wall(LITTLE_IS_PUBLIC, "Nullish"),
        new Wall(EVENTS_ARE_HEARD_BY_PROJECTIONS, "Eavesdropper"),
        new Wall(PROJECTIONS_ONLY_HEAR, "BusyProjection"),
        new Wall(NOTHING_IS_PUT_INTO_FIELDS, "FieldInjected"),
        new Wall(NOBODY_OPENS_TRANSACTIONS, "Transacted"),
        new Wall(NO_OLD_DATES, "OldTimes"),
        new Wall(VIEWS_HAVE_NO_CLOCK, "Clockwatcher"),
        new Wall(EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL, "Nullish"));
  }

  @ParameterizedTest
  @MethodSource("walls")
  void holds_and_would_fall(Wall wall) {
    wall.rule().check(OURS);
    assertThatThrownBy(() -> wall.rule().check(OFFENDERS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(wall.offender());
  }

  @Test
  void every_event_is_heard_by_a_projection() {
    Set<String> heard =
        OURS.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(EventHandler.class))
            .map(method -> method.getRawParameterTypes().getFirst().getName())
            .collect(Collectors.toSet());
    assertThat(EventNames.all().values().stream().map(Class::getName).toList())
        .allSatisfy(event -> assertThat(heard).contains(event));
  }
}
