package latchkey.helpdesk.protection;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.directory.NamedAttributes;
import latchkey.helpdesk.protection.Protection.Kind;
import org.springframework.stereotype.Service;

/** Says which customers are protected from an agent, and how. */
@Service
public class Protections implements NamedAttributes {

    private static final Comparator<Protection> STRONGEST =
            Comparator.comparing(Protection::treatment).reversed().thenComparing(Protection::kind);

    private final ProtectionSettings settings;
    private final Staff staff;

    Protections(ProtectionSettings settings, Staff staff) {
        this.settings = settings;
        this.staff = staff;
    }

    /**
     * The strongest protection of a customer read a moment ago; costs a call.
     *
     * @throws latchkey.directory.DirectoryFailure when nobody can say whether they hold a directory role: nothing may be
     *     done then
     */
    public Optional<Protection> of(Agent agent, Directory directory, Customer customer) {
        var known = known(agent, directory, customer);
        return known.filter(Protection::isRefused).isPresent()
                ? known
                : strongest(Stream.concat(known.stream(), byRole(directory, customer)));
    }

    /** What can be said without a call, so all but directory roles. */
    public Optional<Protection> known(Agent agent, Directory directory, Customer customer) {
        return strongest(Stream.of(
                        found(
                                isOwn(agent, directory, customer),
                                Kind.OWN_ACCOUNT,
                                settings.ownAccount().treatment()),
                        found(
                                isVip(directory, customer),
                                Kind.VIP,
                                settings.vip().treatment()),
                        found(
                                isColleague(agent, customer),
                                Kind.COLLEAGUE,
                                settings.colleagues().treatment()))
                .flatMap(protection -> protection));
    }

    @Override
    public Stream<Named> named() {
        var vip =
                settings.vip().where().keySet().stream().map(name -> new Named("latchkey.protection.vip.where", name));
        var own = Optional.ofNullable(settings.ownAccount().attribute()).stream()
                .map(name -> new Named("latchkey.protection.own-account.attribute", name));
        return Stream.concat(vip, own);
    }

    private Stream<Protection> byRole(Directory directory, Customer customer) {
        return found(
                directory.customers().holdsDirectoryRole(customer.id()),
                Kind.DIRECTORY_ROLE,
                settings.directoryRoles());
    }

    // A federated account carries the employee's own id as its name.
    private boolean isOwn(Agent agent, Directory directory, Customer customer) {
        var names = AddressesOf.customer(customer);
        var linked = Optional.ofNullable(settings.ownAccount().attribute()).stream()
                .flatMap(name -> texts(name, directory, customer));
        var agents = own(agent);
        return Stream.concat(names.stream(), linked).anyMatch(agents::contains)
                || customer.id().objectId().toString().equals(AddressesOf.folded(agent.objectId()));
    }

    private static Set<String> own(Agent agent) {
        return Stream.concat(AddressesOf.agent(agent).stream(), Stream.of(AddressesOf.folded(agent.objectId())))
                .collect(Collectors.toSet());
    }

    private boolean isVip(Directory directory, Customer customer) {
        return settings.vip().customers().contains(customer.id().toString())
                || settings.vip().where().entrySet().stream()
                        .anyMatch(meant -> texts(meant.getKey(), directory, customer)
                                .anyMatch(folded(meant.getValue())::contains));
    }

    private boolean isColleague(Agent agent, Customer customer) {
        var domains = settings.colleagues().domains().isEmpty()
                ? domainsOf(agent)
                : settings.colleagues().domains();
        var signIns = customer.signInNames().stream()
                .filter(name -> name.isAddress())
                .map(name -> AddressesOf.domain(AddressesOf.folded(name.value())));
        return signIns.anyMatch(domains::contains) || staff.isOneOf(AddressesOf.customer(customer));
    }

    private static Set<String> domainsOf(Agent agent) {
        return AddressesOf.agent(agent).stream()
                .map(AddressesOf::domain)
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Stream<String> texts(String attribute, Directory directory, Customer customer) {
        return directory.attribute(attribute).stream()
                .flatMap(definition -> customer.attribute(definition.key()).stream())
                .flatMap(AddressesOf::texts)
                .map(AddressesOf::folded);
    }

    private static Set<String> folded(Set<String> values) {
        return values.stream().map(AddressesOf::folded).collect(Collectors.toSet());
    }

    private static Stream<Protection> found(boolean isSo, Kind kind, Treatment treatment) {
        return isSo ? Stream.of(new Protection(kind, treatment)) : Stream.empty();
    }

    private static Optional<Protection> strongest(Stream<Protection> found) {
        return found.min(STRONGEST);
    }
}
