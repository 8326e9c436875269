package latchkey.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import latchkey.audit.AuditedChange;
import latchkey.directory.Receipt;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What no module may do, whatever it declares. */
class RulesTest {

    private static final String[] SPEAKERS_TO_OTHER_MACHINES = {
        "latchkey.directory.graph..",
        "latchkey.directory.signin..",
        "latchkey.sync.dataverse..",
        "latchkey.access..",
        "latchkey.notify..",
        "latchkey.audit.stream.."
    };

    private static final String[] WAYS_TO_OTHER_MACHINES = {
        "org.apache.hc..",
        "java.net.http..",
        "org.springframework.web.client..",
        "com.microsoft.aad..",
        "jakarta.mail.."
    };

    private static final String[] THE_WEB = {
        "org.springframework.web.bind..",
        "org.springframework.web.servlet..",
        "jakarta.servlet..",
        "org.springframework.ui.."
    };

    @Test
    @Asvs("16.2.3")
    void onlySixPackagesSpeakToOtherMachines() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(SPEAKERS_TO_OTHER_MACHINES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WAYS_TO_OTHER_MACHINES));
        assertThat(Classes.ofThePortal().stream()
                        .filter(resideInAnyPackage(SPEAKERS_TO_OTHER_MACHINES))
                        .anyMatch(type -> dependsOnAny(type, WAYS_TO_OTHER_MACHINES)))
                .as("somebody does speak to other machines")
                .isTrue();
    }

    @Test
    void onlyPagesEndpointsAndTheShellsKnowTheWeb() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("latchkey.web..", "latchkey.api..", "latchkey.access..")
                .and()
                .haveNameNotMatching(".*(Page|Pages|Endpoint)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(THE_WEB));
    }

    @Test
    void pagesAndEndpointsAreNamedSo() {
        holds(classes().that().areAnnotatedWith(RestController.class).should().haveSimpleNameEndingWith("Endpoint"));
        holds(classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .and()
                .resideOutsideOfPackage("latchkey.api")
                .should()
                .haveSimpleNameEndingWith("Page")
                .orShould()
                .haveSimpleNameEndingWith("Endpoint"));
    }

    @Test
    void everyWriteToADirectoryAsksForAnAnnouncedChange() {
        holds(methods()
                .that()
                .haveRawReturnType(Receipt.class)
                .and()
                .areDeclaredInClassesThat(resideInAPackage("latchkey.directory"))
                .should(askFor(AuditedChange.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latchkey.audit.AuditedChange",
                "latchkey.helpdesk.verification.VerifiedCaller",
                "latchkey.helpdesk.approval.Approval"
            })
    void proofsAreMadeOnlyWhereTheyBelong(String proof) {
        var type = Classes.ofThePortal().get(proof);
        assertThat(type.getModifiers()).contains(JavaModifier.FINAL);
        assertThat(type.getConstructors())
                .isNotEmpty()
                .allSatisfy(maker ->
                        assertThat(maker.getModifiers()).doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED));
        assertThat(type.getSubclasses()).isEmpty();
    }

    @Test
    void nobodySleepsOrPrints() {
        holds(noClasses().should().callMethod(Thread.class, "sleep", long.class));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("latchkey.cli..")
                .and()
                .doNotHaveFullyQualifiedName("latchkey.Latchkey")
                .should()
                .accessField(System.class, "out"));
    }

    private static void holds(ArchRule rule) {
        rule.check(Classes.ofThePortal());
    }

    private static boolean dependsOnAny(JavaClass type, String... packages) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> resideInAnyPackage(packages).test(dependency.getTargetClass()));
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> askFor(Class<?> parameter) {
        return new ArchCondition<>("ask for " + parameter.getSimpleName()) {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                var asks = method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
                events.add(new SimpleConditionEvent(
                        method, asks, method.getFullName() + (asks ? " asks" : " does not ask")));
            }
        };
    }
}
