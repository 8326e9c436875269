package sandbox.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of users and of other groups.
 *
 * @param mail null when nobody can write to it
 * @param members ids of users and groups
 */
public record Group(
        String id,
        String displayName,
        @Nullable String description,
        String mailNickname,
        @Nullable String mail,
        boolean securityEnabled,
        Instant createdAt,
        Set<String> members) {

    public Group {
        members = Set.copyOf(members);
    }

    Group with(String member) {
        var more = new HashSet<>(members);
        more.add(member);
        return with(more);
    }

    Group without(String member) {
        var fewer = new HashSet<>(members);
        fewer.remove(member);
        return with(fewer);
    }

    private Group with(Set<String> changed) {
        return new Group(id, displayName, description, mailNickname, mail, securityEnabled, createdAt, changed);
    }
}
