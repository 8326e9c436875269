package sandbox.tenants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
                new Tenant(
                        Tenants.CUSTOMERS,
                        "contosocustomers.onmicrosoft.com",
                        "Contoso Customers",
                        TenantKind.B2C,
                        attributes()),
                new Tenant(Tenants.EMPLOYEES, "contoso.onmicrosoft.com", "Contoso", TenantKind.WORKFORCE, List.of()));
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
        applications.add(customers(5, "Latchkey set-up", "sandbox-setup-secret", SETUP_PERMISSIONS, Set.of()));
        applications.add(application(
                Tenants.EMPLOYEES,
                15,
                "Latchkey set-up",
                "sandbox-setup-secret",
                SETUP_PERMISSIONS,
                Set.of(),
                List.of(),
                false));
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

    private static Application.Secret secret(int number, int which, String name, String value, Instant end) {
        var keyId = "a3000000-0000-4000-8000-%010d%02d".formatted(number, which);
        var start = end.isBefore(SECRETS_START) ? LONG_AGO.minusSeconds(31_536_000) : SECRETS_START;
        return new Application.Secret(keyId, name, value, start, end);
    }

    private static List<CustomAttribute> attributes() {
        return List.of(
                attribute(1, "CustomerNumber", DataType.STRING),
                attribute(2, "Brand", DataType.STRING),
                attribute(3, "LoyaltyPoints", DataType.INTEGER),
                attribute(4, "LifetimeValueCents", DataType.LARGE_INTEGER),
                attribute(5, "NewsletterOptIn", DataType.BOOLEAN),
                attribute(6, "MemberSince", DataType.DATE_TIME),
                attribute(7, "LegacyKey", DataType.BINARY));
    }

    private static CustomAttribute attribute(int number, String name, DataType type) {
        return new CustomAttribute(
                "a4000000-0000-4000-8000-%012d".formatted(number), Tenants.ATTRIBUTE_PREFIX + name, type);
    }
}
