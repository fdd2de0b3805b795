package jobtrail.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jobtrail.command.platform.Addressed;
import jobtrail.command.platform.CommandRefused;
import jobtrail.command.platform.Storing;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The walls of the command side; each is shown to fall on an offender that was planted for it. */
class ArchitectureTest {

  private static final String SIDE = "jobtrail.command";
  private static final String OFFENDERS = "jobtrail.command.offenders";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(SIDE);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(OFFENDERS);

  private static final DescribedPredicate<JavaClass> RULES =
      DescribedPredicate.describe(
          "are deciders, states or commands, or what these are made of",
          type -> isRule(type, new HashSet<>()));

  enum Wall {
    /** What a refusal, an address and an order to many are is platform's to say: plain Java. */
    RULES_KNOW_ONLY_THE_SHOP(root ->
        classes()
            .that(RULES)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "jobtrail.events..", "org.jspecify..")
                    .or(RULES)
                    .or(type(CommandRefused.class))
                    .or(type(Addressed.class))
                    .or(type(Storing.class)))),

    RULES_ARE_FUNCTIONS(root ->
        methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Decider")
            .should()
            .beStatic()),

    RULES_MAKE_UP_NEITHER_TIME_NOR_IDENTITY(root ->
        noClasses()
            .that(RULES)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")),

    FEATURES_DO_NOT_KNOW_EACH_OTHER(root ->
        slices()
            .matching(root + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(), resideInAPackage(SIDE + ".platform.."))),

    /** Platform reads headers and writes answers for all controllers. */
    ONLY_CONTROLLERS_KNOW_THE_WEB(root ->
        noClasses()
            .that()
            .haveNameNotMatching(".*(Controller|Advice)(\\$.*)?")
            .and()
            .resideOutsideOfPackage(SIDE + ".platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")),

    ONLY_SQL_KNOWS_THE_DATABASE(root ->
        noClasses()
            .that()
            .haveNameNotMatching(".*(Row|Rows|Sql)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "javax.sql..",
                "org.springframework.jdbc..",
                "jakarta.persistence..")),

    FEATURES_KEEP_TO_THEMSELVES(root ->
        noClasses()
            .that()
            .resideOutsideOfPackage(SIDE + ".platform..")
            .and()
            .haveNameNotMatching(".*(Application|Configuration)")
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic()),

    EACH_COMMAND_IS_HEARD_ONCE(root ->
        classes()
            .that(
                DescribedPredicate.describe(
                    "are commands",
                    type ->
                        type.isRecord()
                            && type.getRawInterfaces().stream()
                                .anyMatch(asked -> asked.getSimpleName().endsWith("Command"))))
            .should(beHeardOnce())),

    /** Automations, which the query side may have, are none of this side's. */
    NOBODY_HEARS_EVENTS_BUT_PROJECTIONS(root ->
        methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Projection|When\\w+Then\\w+)")
            .allowEmptyShould(true)),

    NOTHING_IS_INJECTED_INTO_FIELDS(root -> noFields().should().beAnnotatedWith(Autowired.class)),

    /** Nor on packages; a handler's transaction is the ledger's group. */
    NO_TRANSACTIONS_BY_ANNOTATION(root ->
        noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .beMetaAnnotatedWith(Transactional.class)),

    NO_DATES_OF_OLD(root -> noClasses().should().dependOnClassesThat(type(Date.class))),

    EVERY_PACKAGE_SPEAKS_OF_NULL(root -> classes().should(beNullMarked()));

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
    private final Function<String, ArchRule> rule;

    Wall(Function<String, ArchRule> rule) {
      this.rule = rule;
    }
  }

  @ParameterizedTest
  @EnumSource
  void our_own_keep_to_it(Wall wall) {
    wall.rule.apply(SIDE).check(OURS);
  }

  @ParameterizedTest
  @EnumSource
  void an_offender_is_caught(Wall wall) {
    assertThat(wall.rule.apply(OFFENDERS).evaluate(PLANTED).hasViolation()).isTrue();
  }

  @Test
  void a_rule_cannot_reach_through_what_it_is_made_of() {
    JavaClasses hands = new ClassFileImporter().importPackages(OFFENDERS + ".hands");

    EvaluationResult result = Wall.RULES_KNOW_ONLY_THE_SHOP.rule.apply(OFFENDERS).evaluate(hands);

    assertThat(result.getFailureReport().getDetails())
        .isNotEmpty()
        .allMatch(detail -> detail.contains("Hearsay"));
  }

  /**
   * What a rule uses in its own folder is a rule as well, however many hands away: rules that grow
   * into several classes cannot reach through one of them what they may not know themselves.
   */
  private static boolean isRule(JavaClass type, Set<JavaClass> asked) {
    if (type.getName().replaceAll("\\$.*", "").matches(".*(Decider|State|Command)")) {
      return true;
    }
    return asked.add(type)
        && type.getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .filter(user -> user.getPackageName().equals(type.getPackageName()))
            .anyMatch(user -> isRule(user, asked));
  }

  private static ArchCondition<JavaClass> beHeardOnce() {
    return new ArchCondition<>("have exactly one @CommandHandler") {
      @Override
      public void check(JavaClass command, ConditionEvents events) {
        long handlers =
            command.getMethodsWithParameterTypeOfSelf().stream()
                .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                .count();
        events.add(
            new SimpleConditionEvent(
                command, handlers == 1, command.getName() + " has " + handlers + " handlers"));
      }
    };
  }

  private static ArchCondition<JavaClass> beNullMarked() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith(NullMarked.class),
                type.getPackageName() + " is not @NullMarked"));
      }
    };
  }
}
