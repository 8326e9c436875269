package latchkey.helpdesk.population;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.PopulationRule;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.InMemoryDirectory;
import latchkey.settings.CannotStart;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;

/** Whom an agent sees, in two directories. */
class PopulationsTest {

    private static final PopulationRule NUMBERED =
            new PopulationRule(Set.of(), Set.of(), Map.of("CustomerNumber", Set.of("C-1", "C-2")));
    private static final PopulationRule OF_CONTOSO = new PopulationRule(Set.of(), Set.of("contoso"), Map.of());
    private static final PopulationRule MISSPELT =
            new PopulationRule(Set.of(), Set.of(), Map.of("CustomerNumbr", Set.of("C-1")));

    private final InMemoryDirectory contoso = new InMemoryDirectory("contoso");
    private final InMemoryDirectory fabrikam = new InMemoryDirectory("fabrikam");
    private final Directories both = of(contoso, fabrikam);
    private final CustomerId jan = contoso.add("Jan", "jan@example.com", "C-1");
    private final CustomerId far = contoso.add("Far", "far@example.com", "C-9");
    private final Populations populations =
            TestPopulations.of(Map.of("numbered", NUMBERED, "contoso", OF_CONTOSO, "misspelt", MISSPELT), both);

    @Test
    void whoIsInsideIsSeen() {
        assertThat(populations.customer(seeing("numbered"), jan).displayName()).isEqualTo("Jan");
    }

    @Test
    void whoIsOutsideIsAsUnknownAsNobody() {
        var nobody = new CustomerId(contoso.id(), UUID.randomUUID());
        for (var id : List.of(far, nobody)) {
            var before = contoso.calls();
            refused(() -> populations.customer(seeing("numbered"), id), Problem.CUSTOMER_NOT_FOUND);
            assertThat(contoso.calls()).as("calls for " + id).isEqualTo(before + 1);
        }
    }

    @Test
    void everyoneIsSeenWithoutALook() {
        populations.check(kim(), far);

        assertThat(populations.sees(kim(), far)).isTrue();
        assertThat(contoso.calls()).isZero();
    }

    @Test
    void withoutAPopulationNobodyIsSeen() {
        assertThat(populations.sees(seeing(), jan)).isFalse();
        assertThat(populations.of(seeing(), contoso).isNobody()).isTrue();
    }

    @Test
    void aNameThatLeftTheSettingsShowsNobody() {
        assertThat(populations.sees(seeing("gone"), jan)).isFalse();
    }

    @Test
    void anAttributeThatTheDirectoryDoesNotHaveShowsNobody() {
        assertThat(populations.sees(seeing("misspelt"), jan)).isFalse();
    }

    @Test
    void severalPopulationsAreSeenTogether() {
        assertThat(populations.sees(seeing("misspelt", "numbered"), jan)).isTrue();
    }

    @Test
    @Asvs("8.4.1")
    void equalIdsInTwoDirectoriesAreTwoCustomers() {
        var twin = new CustomerId(fabrikam.id(), jan.objectId());
        fabrikam.put(copy(contoso.byId(jan).orElseThrow(), twin, "C-9"));

        assertThat(populations.sees(seeing("numbered"), jan)).isTrue();
        assertThat(populations.sees(seeing("numbered"), twin)).isFalse();
        assertThat(populations.sees(seeing("contoso"), twin)).isFalse();
        assertThat(populations.seen(seeing("contoso"), List.of(jan, twin, far))).containsExactlyInAnyOrder(jan, far);
    }

    @Test
    void aDirectoryThatDoesNotAnswerShowsNobody() {
        contoso.fail(new DirectoryFailure.Unavailable("away", null, null, null));

        assertThatThrownBy(() -> populations.sees(seeing("numbered"), jan))
                .isInstanceOf(DirectoryFailure.Unavailable.class);
        assertThatThrownBy(() -> populations.seen(seeing("numbered"), List.of(jan, far)))
                .isInstanceOf(DirectoryFailure.Unavailable.class);
    }

    @Test
    void aDirectoryThatIsNotInTheSettingsEndsTheStart() {
        var rule = new PopulationRule(Set.of(), Set.of("contosso"), Map.of());

        assertThatThrownBy(() -> new PopulationCheck(settings(Map.of("north", rule)), both))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("latchkey.access.populations.north names the directory contosso");
    }

    @Test
    void aRoleWithoutPopulationIsTold() {
        var role = new AccessSettings.Role(Set.of(), EnumSet.of(Permission.VIEW_CUSTOMER), Set.of());
        var settings = new AccessSettings(Map.of("agent", role), Map.of(), Map.of(), 15, 8, null);

        assertThat(PopulationCheck.rolesWithoutPopulation(settings)).containsExactly("agent");
    }

    @Test
    void attributesOfPopulationsAreNamedForTheCheckAtTheStart() {
        assertThat(new PopulationCheck(settings(Map.of("north", MISSPELT)), both).named())
                .singleElement()
                .satisfies(named -> {
                    assertThat(named.setting()).isEqualTo("latchkey.access.populations.north");
                    assertThat(named.attribute()).isEqualTo("CustomerNumbr");
                });
    }

    private static AccessSettings settings(Map<String, PopulationRule> rules) {
        return new AccessSettings(Map.of(), rules, Map.of(), 15, 8, null);
    }

    private static Agent seeing(String... names) {
        return with("noor", EnumSet.allOf(Permission.class), Set.of(names));
    }

    private static Customer copy(Customer of, CustomerId id, String number) {
        var attributes = new HashMap<>(of.attributes());
        attributes.put(InMemoryDirectory.CUSTOMER_NUMBER, new AttributeValue.Text(number));
        return new Customer(id, of.displayName(), true, null, null, of.signInNames(), attributes);
    }

    private static void refused(Runnable attempt, Problem problem) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problem()).isEqualTo(problem));
    }

    private static Directories of(InMemoryDirectory... several) {
        var byId = new HashMap<DirectoryId, Directory>();
        List.of(several).forEach(directory -> byId.put(directory.id(), directory));
        return new Directories() {
            @Override
            public List<DirectoryId> all() {
                return List.copyOf(byId.keySet());
            }

            @Override
            public Optional<Directory> forAgents(DirectoryId id) {
                return Optional.ofNullable(byId.get(id));
            }

            @Override
            public Optional<Directory> forSync(DirectoryId id) {
                return forAgents(id);
            }
        };
    }
}
