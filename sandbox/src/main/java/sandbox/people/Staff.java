package sandbox.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of the employees' tenant, as its directory and its sign-in know them. */
public final class Staff {

    /** The domain of their user names. */
    public static final String DOMAIN = "contoso.onmicrosoft.com";

    private static final List<Member> MEMBERS = List.of(
            member(1, "kim", "Kim", "Andersen", "Help desk, first line"),
            member(2, "sam", "Sam", "Okafor", "Help desk, second line"),
            member(3, "robin", "Robin", "Castellano", "Help desk lead"),
            member(4, "alex", "Alex", "Lindqvist", "Internal audit"),
            member(5, "jo", "Jo", "Whitfield", "Identity engineering"),
            member(6, "pat", "Pat", "Moreau", "Store support"),
            member(7, "lee", "Lee", "Tanaka", "Joined this week"));

    // What they may do in the portal.
    private static final Map<String, String> ROLES = Map.of(
            "kim", "agent",
            "sam", "senior",
            "robin", "supervisor",
            "alex", "auditor",
            "jo", "admin",
            "pat", "viewer");

    // What they may do in the directory (facts §8).
    private static final Map<String, String> DIRECTORY_ROLES = Map.of(
            "jo", "62e90394-69f5-4237-9190-012177145e10",
            "robin", "729827e3-9c14-49f7-bb1b-9608f156bbb8");

    private Staff() {}

    /** Somebody who works for the company. */
    public record Member(String key, String oid, String givenName, String surname, String job) {

        public String name() {
            return givenName + " " + surname;
        }

        /** The roles of the portal at the start; one, or none at all. */
        public List<String> roles() {
            return several(ROLES.get(key));
        }

        User user() {
            return Staff.user(oid, key + "@" + DOMAIN, name(), job, Set.copyOf(several(DIRECTORY_ROLES.get(key))));
        }

        private static List<String> several(@Nullable String role) {
            return role == null ? List.of() : List.of(role);
        }
    }

    /** Everybody, in the order in which they joined. */
    public static List<Member> members() {
        return MEMBERS;
    }

    /** Somebody who is taken on later, as the directory knows them; without any of its roles. */
    public static User user(String oid, String username, String name, String job) {
        return user(oid, username, name, job, Set.of());
    }

    private static User user(String oid, String username, String name, String job, Set<String> directoryRoles) {
        var space = name.lastIndexOf(' ');
        return new User(
                oid,
                Map.of(
                        "accountEnabled",
                        true,
                        "createdDateTime",
                        Instant.parse("2024-02-01T08:00:00Z"),
                        "displayName",
                        name,
                        "givenName",
                        space < 0 ? name : name.substring(0, space),
                        "surname",
                        space < 0 ? name : name.substring(space + 1),
                        "jobTitle",
                        job,
                        "mail",
                        username,
                        "userPrincipalName",
                        username,
                        "userType",
                        "Member"),
                Methods.NONE,
                directoryRoles);
    }

    static List<User> users() {
        return MEMBERS.stream().map(Member::user).toList();
    }

    private static Member member(int number, String key, String givenName, String surname, String job) {
        return new Member(key, "e1000000-0000-4000-8000-00000000000" + number, givenName, surname, job);
    }
}
