package sandbox.tenants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.tenants.CustomAttribute.DataType;

/** The tenants and applications that every sandbox starts with; their ids are fixed and listed in the README. */
final class Seeds {

    static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

    private static final Instant SECRETS_START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECRETS_END = Instant.parse("2099-12-31T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2025-12-31T00:00:00Z");

    private static final Set<String> PORTAL_PERMISSIONS = Set.of(
            "Application.Read.All",
            "AuditLog.Read.All",
            "Directory.Read.All",
            "GroupMember.Read.All",
            "IdentityRiskEvent.Read.All",
            "IdentityRiskyUser.ReadWrite.All",
            "IdentityUserFlow.Read.All",
            "Organization.Read.All",
            "User-Mail.ReadWrite.All",
            "User-PasswordProfile.ReadWrite.All",
            "User-Phone.ReadWrite.All",
            "User.Create",
            "User.DeleteRestore.All",
            "User.EnableDisableAccount.All",
            "User.ManageIdentities.All",
            "User.Read.All",
            "User.ReadWrite.All",
            "User.RevokeSessions.All",
            "UserAuthMethod-Email.ReadWrite.All",
            "UserAuthMethod-Phone.ReadWrite.All",
            "UserAuthMethod-SoftwareOATH.ReadWrite.All",
            "UserAuthenticationMethod.Read.All");

    private static final Set<String> SYNC_PERMISSIONS = Set.of(
            "Application.Read.All",
            "Organization.Read.All",
            "User-Mail.ReadWrite.All",
            "User-Phone.ReadWrite.All",
            "User.ManageIdentities.All",
            "User.Read.All",
            "User.ReadWrite.All");

    private static final Set<String> SETUP_PERMISSIONS = Set.of(
            "AppRoleAssignment.ReadWrite.All",
            "Application.ReadWrite.All",
            "AuditLog.Read.All",
            "Directory.Read.All",
            "Group.ReadWrite.All",
            "GroupMember.ReadWrite.All",
            "IdentityUserFlow.ReadWrite.All",
            "RoleManagement.Read.Directory",
            "User.Read.All");

    private Seeds() {}

    static List<Tenant> tenants() {
        return List.of(
                tenant(
                        Tenants.CUSTOMERS,
                        "contosocustomers.onmicrosoft.com",
                        "Contoso Customers",
                        TenantKind.B2C,
                        Tenants.EXTENSIONS_APP),
                tenant(
                        Tenants.EXTERNAL_CUSTOMERS,
                        "fabrikamcustomers.onmicrosoft.com",
                        "Fabrikam Customers",
                        TenantKind.EXTERNAL_ID,
                        Tenants.EXTERNAL_EXTENSIONS_APP),
                tenant(Tenants.EMPLOYEES, "contoso.onmicrosoft.com", "Contoso", TenantKind.WORKFORCE, null));
    }

    private static Tenant tenant(
            String id, String domain, String name, TenantKind kind, @Nullable ExtensionsApp extensions) {
        var attributes = extensions == null ? List.<CustomAttribute>of() : attributes(extensions);
        return new Tenant(id, domain, name, kind, Switches.usualIn(kind), extensions, attributes);
    }

    static List<Application> applications() {
        var applications = new ArrayList<Application>();
        var admin = Set.of(USER_ADMINISTRATOR);
        applications.add(customers(1, "Latchkey portal", "sandbox-portal-secret", PORTAL_PERMISSIONS, admin));
        applications.add(customers(2, "Latchkey sync", "sandbox-sync-secret", SYNC_PERMISSIONS, admin));
        applications.add(customers(
                3,
                "Latchkey read-only",
                "sandbox-readonly-secret",
                Set.of("User.Read.All", "Organization.Read.All"),
                Set.of()));
        applications.add(customers(4, "Latchkey without consent", "sandbox-noconsent-secret", Set.of(), Set.of()));
        applications.add(customers(6, "Latchkey without role", "sandbox-norole-secret", PORTAL_PERMISSIONS, Set.of()));
        applications.add(customers(7, "Contact flow (Power Automate)", "sandbox-flow-secret", SYNC_PERMISSIONS, admin));
        applications.add(customers(5, "Latchkey set-up", "sandbox-setup-secret", SETUP_PERMISSIONS, Set.of()));
        applications.add(application(
                Tenants.CUSTOMERS,
                8,
                "Latchkey verify page",
                "sandbox-verify-secret",
                Set.of(),
                Set.of(),
                List.of("http://127.0.0.1:*/verify/contoso/back", "http://localhost:*/verify/contoso/back"),
                false));
        applications.add(application(
                Tenants.EMPLOYEES,
                15,
                "Latchkey set-up",
                "sandbox-setup-secret",
                SETUP_PERMISSIONS,
                Set.of(),
                List.of(),
                false));
        applications.add(external(25, "Latchkey set-up", "sandbox-setup-secret", SETUP_PERMISSIONS, Set.of()));
        applications.add(external(21, "Latchkey portal", "sandbox-external-portal-secret", PORTAL_PERMISSIONS, admin));
        applications.add(external(22, "Latchkey sync", "sandbox-external-sync-secret", SYNC_PERMISSIONS, admin));
        applications.add(employees(
                11,
                "Latchkey sign-in",
                "sandbox-signin-secret",
                List.of(
                        "http://127.0.0.1:*/login/oauth2/code/employees",
                        "http://localhost:*/login/oauth2/code/employees"),
                false));
        applications.add(employees(12, "Dataverse reader", "sandbox-dataverse-secret", List.of(), true));
        applications.add(application(
                Tenants.EMPLOYEES,
                13,
                "Latchkey employees",
                "sandbox-employees-secret",
                Set.of(
                        "Directory.Read.All",
                        "Organization.Read.All",
                        "User.DeleteRestore.All",
                        "User.Read.All",
                        "User.ReadWrite.All"),
                admin,
                List.of(),
                false));
        return applications;
    }

    private static Application customers(
            int number, String name, String secret, Set<String> permissions, Set<String> directoryRoles) {
        return application(Tenants.CUSTOMERS, number, name, secret, permissions, directoryRoles, List.of(), false);
    }

    private static Application external(
            int number, String name, String secret, Set<String> permissions, Set<String> directoryRoles) {
        return application(
                Tenants.EXTERNAL_CUSTOMERS, number, name, secret, permissions, directoryRoles, List.of(), false);
    }

    private static Application employees(
            int number, String name, String secret, List<String> redirectUris, boolean dataverseUser) {
        return application(Tenants.EMPLOYEES, number, name, secret, Set.of(), Set.of(), redirectUris, dataverseUser);
    }

    private static Application application(
            String tenant,
            int number,
            String name,
            String secret,
            Set<String> permissions,
            Set<String> directoryRoles,
            List<String> redirectUris,
            boolean dataverseUser) {
        return new Application(
                tenant,
                "a0000000-0000-4000-8000-%012d".formatted(number),
                "a1000000-0000-4000-8000-%012d".formatted(number),
                "a2000000-0000-4000-8000-%012d".formatted(number),
                name,
                List.of(
                        secret(number, 1, "in use", secret, SECRETS_END),
                        secret(number, 2, "replaced", secret + "-expired", LONG_AGO)),
                List.of(),
                permissions,
                directoryRoles,
                redirectUris,
                dataverseUser,
                true);
    }

    static Application.Secret secret(String keyId, String value) {
        return new Application.Secret(keyId, "in use", value, SECRETS_START, SECRETS_END);
    }

    private static Application.Secret secret(int number, int which, String name, String value, Instant end) {
        var keyId = "a3000000-0000-4000-8000-%010d%02d".formatted(number, which);
        var start = end.isBefore(SECRETS_START) ? LONG_AGO.minusSeconds(31_536_000) : SECRETS_START;
        return new Application.Secret(keyId, name, value, start, end);
    }

    private static List<CustomAttribute> attributes(ExtensionsApp holder) {
        return List.of(
                attribute(holder, 1, "CustomerNumber", DataType.STRING),
                attribute(holder, 2, "Brand", DataType.STRING),
                attribute(holder, 3, "LoyaltyPoints", DataType.INTEGER),
                attribute(holder, 4, "LifetimeValueCents", DataType.LARGE_INTEGER),
                attribute(holder, 5, "NewsletterOptIn", DataType.BOOLEAN),
                attribute(holder, 6, "MemberSince", DataType.DATE_TIME),
                attribute(holder, 7, "LegacyKey", DataType.BINARY));
    }

    private static CustomAttribute attribute(ExtensionsApp holder, int number, String name, DataType type) {
        var series = holder.equals(Tenants.EXTENSIONS_APP) ? "a4000000" : "a4100000";
        return new CustomAttribute(series + "-0000-4000-8000-%012d".formatted(number), holder.attribute(name), type);
    }
}
