package sandbox.tenants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import sandbox.settings.StartUp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The tenants and applications that a file adds to the built-in ones; YAML, and so JSON as well. */
@Component
public class SeedFile {

    private final List<Tenant> tenants = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final Map<String, Integer> customers = new HashMap<>();

    SeedFile(StartUp startUp, JsonMapper json) {
        var named = startUp.seed();
        if (named != null && !named.isBlank()) {
            var file = Path.of(named);
            add(read(file, json), file);
        }
    }

    List<Tenant> tenants() {
        return List.copyOf(tenants);
    }

    List<Application> applications() {
        return List.copyOf(applications);
    }

    /** Whether the file added the tenant. */
    public boolean added(Tenant tenant) {
        return customers.containsKey(tenant.id());
    }

    /** How many made-up customers an added tenant has. */
    public int customers(Tenant tenant) {
        return customers.getOrDefault(tenant.id(), 0);
    }

    private static SeedDocument read(Path file, JsonMapper json) {
        try {
            var whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (!(whole instanceof Map)) {
                throw new WrongSeedFile(file.toString(), "it must hold 'tenants' and 'applications'");
            }
            return json.convertValue(whole, SeedDocument.class);
        } catch (IOException unreadable) {
            throw new WrongSeedFile(file.toString(), "it cannot be read");
        } catch (YAMLException wrong) {
            throw new WrongSeedFile(file.toString(), "it is no YAML: " + firstLine(wrong));
        } catch (JacksonException wrong) {
            throw new WrongSeedFile(
                    file + ", " + wrong.getPathReference().replaceAll("[\\w.$]+\\[\"", "[\""), firstLine(wrong));
        }
    }

    private void add(SeedDocument document, Path file) {
        var reader = new SeedReader(file);
        for (var i = 0; i < document.tenants().size(); i++) {
            var entry = document.tenants().get(i);
            var tenant = reader.tenant(entry, "tenants[" + i + "]");
            demandNew(tenant, "tenants[" + i + "]");
            tenants.add(tenant);
            customers.put(tenant.id(), entry.customers() == null ? 0 : entry.customers());
        }
        var known = all();
        Set<String> ids = new HashSet<>();
        Seeds.applications().forEach(application -> ids.add(application.appId()));
        for (var i = 0; i < document.applications().size(); i++) {
            var application = reader.application(document.applications().get(i), known, "applications[" + i + "]");
            if (!ids.add(application.appId())) {
                throw new WrongSeedFile("applications[" + i + "].id", "another application has it already");
            }
            applications.add(application);
        }
    }

    private void demandNew(Tenant tenant, String where) {
        if (all().stream().anyMatch(known -> known.isCalled(tenant.id()) || known.isCalled(tenant.domain()))) {
            throw new WrongSeedFile(where, "another tenant has this id or domain already");
        }
    }

    private List<Tenant> all() {
        var all = new ArrayList<>(Seeds.tenants());
        all.addAll(tenants);
        return all;
    }

    private static String firstLine(Exception wrong) {
        var message = wrong instanceof JacksonException jackson ? jackson.getOriginalMessage() : wrong.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
