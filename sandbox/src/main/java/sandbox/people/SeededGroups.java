package sandbox.people;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.tenants.Tenants;

/** The groups that every sandbox starts with; their ids are fixed. */
final class SeededGroups {

    private static final Instant FOUNDED = Instant.parse("2024-02-01T08:00:00Z");
    private static final String TOM = "c0000000-0000-4000-8000-000000000002";

    private SeededGroups() {}

    static Map<String, Map<String, Group>> byTenant() {
        var secondLine = group(2, "Help desk, second line", "second-line", null, ids("sam"));
        var desk = group(1, "Help desk", "help-desk", null, plus(ids("kim", "robin"), secondLine.id()));
        return Map.of(
                Tenants.EMPLOYEES,
                index(
                        desk,
                        secondLine,
                        group(3, "Internal audit", "audit", null, ids("alex")),
                        group(
                                4,
                                "Everybody",
                                "everybody",
                                "everybody@" + Staff.DOMAIN,
                                Staff.members().stream().map(Staff.Member::oid).collect(Collectors.toSet()))),
                Tenants.CUSTOMERS,
                index(group(5, "Early access", "early-access", null, Set.of(TOM))));
    }

    private static Group group(int number, String name, String nickname, @Nullable String mail, Set<String> members) {
        return new Group(
                "a6000000-0000-4000-8000-%012d".formatted(number),
                name,
                null,
                nickname,
                mail,
                mail == null,
                FOUNDED,
                members);
    }

    private static Set<String> ids(String... keys) {
        return Staff.members().stream()
                .filter(member -> Arrays.asList(keys).contains(member.key()))
                .map(Staff.Member::oid)
                .collect(Collectors.toSet());
    }

    private static Set<String> plus(Set<String> members, String another) {
        members.add(another);
        return members;
    }

    private static Map<String, Group> index(Group... groups) {
        return Arrays.stream(groups)
                .collect(Collectors.toMap(Group::id, group -> group, (one, other) -> one, TreeMap::new));
    }
}
