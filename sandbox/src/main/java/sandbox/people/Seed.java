package sandbox.people;

import java.util.List;
import org.springframework.stereotype.Component;
import sandbox.settings.StartUp;
import sandbox.tenants.SeedFile;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** Whom every sandbox knows at its start: the people with stories and a crowd that is the same each time. */
@Component
public class Seed {

    private final List<Person> people;
    private final List<User> users;
    private final List<Contact> contacts;
    private final Crowd crowd;
    private final SeedFile file;
    private final ExternalCustomers external = new ExternalCustomers();

    Seed(StartUp startUp, SeedFile file) {
        this.file = file;
        var stories = new Stories();
        people = stories.people();
        users = stories.users();
        contacts = stories.contacts();
        crowd = new Crowd(startUp.customers(), new Anybody(Stories.CONTOSO, property -> true));
    }

    /** The people with stories. */
    public List<Person> people() {
        return people;
    }

    /** The people with stories in this tenant; none among the employees. */
    public List<Person> people(Tenant tenant) {
        if (file.added(tenant)) {
            return List.of();
        }
        return switch (tenant.kind()) {
            case B2C -> people;
            case EXTERNAL_ID -> external.people();
            case WORKFORCE -> List.of();
        };
    }

    List<User> users(Tenant tenant) {
        if (file.added(tenant)) {
            return List.of();
        }
        return switch (tenant.kind()) {
            case B2C -> users;
            case EXTERNAL_ID -> external.users();
            case WORKFORCE -> Staff.users();
        };
    }

    List<Contact> contacts() {
        return contacts;
    }

    /** Those of the built-in tenant of customers, who have the contacts as well. */
    Crowd crowd() {
        return crowd;
    }

    Crowd crowd(Tenant tenant) {
        if (tenant.id().equals(Tenants.CUSTOMERS)) {
            return crowd;
        }
        var extensions = tenant.extensions();
        return extensions == null
                ? Crowd.NOBODY
                : new Crowd(
                        file.customers(tenant),
                        new Anybody(new Draft.Home(tenant.domain(), extensions), property -> has(tenant, property)));
    }

    private static boolean has(Tenant tenant, String property) {
        return !property.startsWith("extension_")
                || tenant.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals(property));
    }
}
