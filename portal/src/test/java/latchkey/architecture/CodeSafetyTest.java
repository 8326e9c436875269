package latchkey.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;

/** Ways to do things that are dangerous with what comes from outside, and who alone may go them. */
class CodeSafetyTest {

    private static final Set<String> DRAW_WAITS = Set.of(
            "latchkey.directory.graph.GraphClient",
            "latchkey.directory.graph.Gate",
            "latchkey.sync.Presence",
            "latchkey.sync.Settlement");

    private static final Set<String> KNOW_CRYPTOGRAPHY = Set.of(
            "latchkey.audit",
            "latchkey.audit.stream",
            "latchkey.notify",
            "latchkey.database",
            "latchkey.helpdesk.verification",
            "latchkey.sync");

    @Test
    @Asvs("1.2.5")
    void onlyTheEmbeddedDatabaseStartsPrograms() {
        assertThat(whoStartPrograms()).isNotEmpty().allMatch(name -> name.startsWith("latchkey.database."));
    }

    @Test
    @Asvs("1.3.2")
    void nobodyEvaluatesExpressionsOrScripts() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.expression..", "javax.script..", "ognl.."));
    }

    @Test
    @Asvs("1.5.1")
    void nobodyReadsXml() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax.."));
    }

    @Test
    @Asvs("1.5.2")
    void nobodyReadsSerializedObjects() {
        holds(noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class));
    }

    @Test
    @Asvs("6.5.3")
    void onlyWaitsAreDrawnFromPoorRandomness() {
        var poor = Classes.ofThePortal().stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(ThreadLocalRandom.class)
                                || dependency.getTargetClass().isEquivalentTo(Random.class)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(poor).contains("latchkey.directory.graph.GraphClient").isSubsetOf(DRAW_WAITS);
    }

    @Test
    @Asvs({"11.2.1", "11.3.1"})
    void onlyTheseKnowCryptography() {
        var knowing = Classes.ofThePortal().stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().equals("javax.crypto")))
                .map(type -> type.getPackageName())
                .collect(Collectors.toSet());
        assertThat(knowing).contains("latchkey.audit").isSubsetOf(KNOW_CRYPTOGRAPHY);
    }

    private static Set<String> whoStartPrograms() {
        return Classes.ofThePortal().stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getSimpleName() + "."
                                + call.getTarget().getName())
                        .anyMatch(Set.of("ProcessBuilder.start", "Runtime.exec")::contains))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static void holds(ArchRule rule) {
        rule.check(Classes.ofThePortal());
    }
}
