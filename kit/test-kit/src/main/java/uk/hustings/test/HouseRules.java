package uk.hustings.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** How our code is built, checked on the compiled classes of a module's main code. */
public final class HouseRules {

    /** Pure functions, as rules are. */
    private static final String MATHEMATICS = "org.hipparchus..";

    private static final String RANDOM = "org.apache.commons.rng..";

    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Dto|DTO)");

    private static final DescribedPredicate<JavaClass> ENTITY =
            DescribedPredicate.describe("are entities", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));

    private static final List<ArchRule> RULES = List.of(
            SentTexts.RULE,
            classes()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "uk.hustings..domain..", "uk.hustings.api.id", MATHEMATICS, RANDOM)
                    .because("a rule is a pure function that a reader meets without a framework in the way")
                    .allowEmptyShould(true),
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDateTime.class, "now")
                    .because("time comes into a rule as an argument")
                    .allowEmptyShould(true),
            noClasses()
                    .that()
                    .resideInAPackage("uk.hustings..")
                    .should()
                    .haveNameMatching(EMPTY_NAMES.pattern())
                    .because("names are the field's terms"),
            classes()
                    .that(ENTITY)
                    .should()
                    .bePackagePrivate()
                    .because("no entity leaves its package")
                    .allowEmptyShould(true),
            noClasses()
                    .that()
                    .resideInAPackage("uk.hustings..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("io.quarkus.arc.Arc")
                    .because("what a class needs comes in through its constructor"),
            methods()
                    .that()
                    .areAnnotatedWith("jakarta.ws.rs.GET")
                    .or()
                    .areAnnotatedWith("jakarta.ws.rs.POST")
                    .or()
                    .areAnnotatedWith("jakarta.ws.rs.PUT")
                    .or()
                    .areAnnotatedWith("jakarta.ws.rs.DELETE")
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                    .should()
                    .beAnnotatedWith("io.quarkus.security.PermissionsAllowed")
                    .orShould()
                    .beAnnotatedWith("jakarta.annotation.security.PermitAll")
                    .orShould()
                    .beAnnotatedWith("io.quarkus.security.Authenticated")
                    .because("every operation says who may")
                    .allowEmptyShould(true),
            methods()
                    .that()
                    .areAnnotatedWith("jakarta.ws.rs.POST")
                    .should()
                    .beAnnotatedWith("uk.hustings.api.idempotency.Idempotent")
                    .because("what is sent twice is done once")
                    .allowEmptyShould(true));

    private HouseRules() {}

    /** @param basePackage for example {@code uk.hustings.seats} */
    public static void check(String basePackage) {
        JavaClasses module = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        if (module.isEmpty()) {
            throw new IllegalStateException("No classes in " + basePackage);
        }
        RULES.forEach(rule -> rule.check(module));
    }
}
