package sandbox.tenants;

import com.nimbusds.jose.util.X509CertUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sandbox.tenants.CustomAttribute.DataType;

/** Makes tenants and applications of what a seed file says, or says what is wrong with it. */
final class SeedReader {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern PERMISSION = Pattern.compile("[A-Z][A-Za-z-]*(\\.[A-Za-z-]+)+");
    private static final Map<String, TenantKind> KINDS =
            Map.of("b2c", TenantKind.B2C, "external-id", TenantKind.EXTERNAL_ID, "workforce", TenantKind.WORKFORCE);
    private static final Map<String, String> ROLES = Map.of(
            "Global Administrator", "62e90394-69f5-4237-9190-012177145e10",
            "User Administrator", Seeds.USER_ADMINISTRATOR,
            "Privileged Authentication Administrator", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
            "Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8");

    private final Path file;

    SeedReader(Path file) {
        this.file = file;
    }

    Tenant tenant(SeedDocument.TenantEntry entry, String where) {
        var id = id(entry.id(), where);
        var domain = Objects.requireNonNullElse(entry.domain(), "");
        demand(DOMAIN.matcher(domain).matches(), where + ".domain", "it must be a domain in small letters");
        var kind = KINDS.get(Objects.requireNonNullElse(entry.kind(), ""));
        if (kind == null) {
            throw new WrongSeedFile(where + ".kind", "it must be b2c, external-id or workforce");
        }
        demand(entry.customers() == null || entry.customers() >= 0, where + ".customers", "it cannot be negative");
        demand(
                kind.consumers() || entry.customers() == null,
                where + ".customers",
                "a workforce tenant has no customers");
        var usual = Switches.usualIn(kind);
        var advanced = Objects.requireNonNullElse(entry.advancedQueries(), usual.advancedQueries());
        var extensions = kind.consumers() ? new ExtensionsApp(derived(id, "holder"), derived(id, "held")) : null;
        return new Tenant(
                id,
                domain,
                Objects.requireNonNullElse(entry.name(), domain),
                kind,
                new Switches(advanced, usual.methods()),
                extensions,
                attributes(entry, extensions, where + ".attributes"));
    }

    Application application(SeedDocument.ApplicationEntry entry, List<Tenant> tenants, String where) {
        var id = id(entry.id(), where);
        var tenant = tenants.stream()
                .filter(known -> entry.tenant() != null && known.isCalled(entry.tenant()))
                .findFirst()
                .orElseThrow(() -> new WrongSeedFile(where + ".tenant", "no tenant has this id or domain"));
        demand(
                entry.secret() != null || entry.certificate() != null,
                where,
                "it needs a secret or a certificate to prove itself with");
        demand(entry.secret() == null || entry.secret().length() >= 8, where + ".secret", "it is too short");
        return new Application(
                tenant.id(),
                id,
                derived(id, "object"),
                derived(id, "principal"),
                Objects.requireNonNullElse(entry.name(), id),
                entry.secret() == null ? List.of() : List.of(Seeds.secret(derived(id, "secret"), entry.secret())),
                entry.certificate() == null ? List.of() : List.of(certificate(entry.certificate(), where)),
                permissions(entry, where + ".permissions"),
                roles(entry, where + ".directoryRoles"),
                Objects.requireNonNullElse(entry.redirectUris(), List.of()),
                Boolean.TRUE.equals(entry.dataverseUser()),
                true);
    }

    private static List<CustomAttribute> attributes(
            SeedDocument.TenantEntry entry, @Nullable ExtensionsApp holder, String where) {
        var named = Objects.requireNonNullElse(entry.attributes(), Map.<String, String>of());
        if (holder == null) {
            demand(named.isEmpty(), where, "a workforce tenant has none");
            return List.of();
        }
        return named.entrySet().stream()
                .map(attribute -> {
                    demand(
                            attribute.getKey().matches("[A-Za-z]\\w*"),
                            where,
                            "'" + attribute.getKey() + "' is no name");
                    return new CustomAttribute(
                            derived(holder.appId(), attribute.getKey()),
                            holder.attribute(attribute.getKey()),
                            type(attribute.getValue(), where + "." + attribute.getKey()));
                })
                .toList();
    }

    private static DataType type(String name, String where) {
        return Arrays.stream(DataType.values())
                .filter(type -> type.graphName().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongSeedFile(
                        where, "it must be String, Integer, LargeInteger, Boolean, DateTime or Binary"));
    }

    private static Set<String> permissions(SeedDocument.ApplicationEntry entry, String where) {
        var permissions = Objects.requireNonNullElse(entry.permissions(), List.<String>of());
        permissions.forEach(permission -> demand(
                PERMISSION.matcher(permission).matches(), where, "'" + permission + "' is no permission of Graph"));
        return Set.copyOf(permissions);
    }

    private static Set<String> roles(SeedDocument.ApplicationEntry entry, String where) {
        var templates = new HashSet<String>();
        for (var role : Objects.requireNonNullElse(entry.directoryRoles(), List.<String>of())) {
            var template = ROLES.getOrDefault(role, role);
            demand(ID.matcher(template).matches(), where, "'" + role + "' is neither a known role nor a template id");
            templates.add(template);
        }
        return templates;
    }

    private String certificate(String name, String where) {
        try {
            var pem = Files.readString(file.resolveSibling(name));
            demand(X509CertUtils.parse(pem) != null, where + ".certificate", "it is no X.509 certificate in PEM");
            return pem;
        } catch (IOException unreadable) {
            throw new WrongSeedFile(where + ".certificate", "the file cannot be read");
        }
    }

    private static String id(@Nullable String id, String where) {
        var small = Objects.requireNonNullElse(id, "").toLowerCase(Locale.ROOT);
        demand(ID.matcher(small).matches(), where + ".id", "it must be a GUID");
        return small;
    }

    private static String derived(String id, String what) {
        return UUID.nameUUIDFromBytes((id + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void demand(boolean met, String where, String why) {
        if (!met) {
            throw new WrongSeedFile(where, why);
        }
    }
}
