package sandbox.graph.groups;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.graph.audits.Audit;
import sandbox.graph.audits.Audits;
import sandbox.graph.users.Users;
import sandbox.people.Group;
import sandbox.people.Groups;

/** Who is in a group; who joins and leaves it. */
@Component
class Members implements GraphResource {

    private static final Pattern REFERENCE =
            Pattern.compile("https?://[^/?#]+/(?:v1\\.0|beta)/(?:directoryObjects|users|groups)/([0-9A-Fa-f-]{36})");

    private final Groups groups;
    private final Listing listing;
    private final Audits audits;

    Members(Groups groups, Listing listing, Audits audits) {
        this.groups = groups;
        this.listing = listing;
        this.audits = audits;
    }

    @Override
    public void addTo(Routes routes) {
        for (var whole : new boolean[] {false, true}) {
            var base = "groups/{}/" + (whole ? "transitiveMembers" : "members");
            routes.add("GET", base, 3, call -> list(call, whole, true, true))
                    .add("GET", base + "/microsoft.graph.user", 3, call -> list(call, whole, true, false))
                    .add("GET", base + "/microsoft.graph.group", 3, call -> list(call, whole, false, true));
        }
        routes.add("POST", "groups/{}/members/$ref", 2, this::join)
                .add("DELETE", "groups/{}/members/{}/$ref", 2, this::leave);
    }

    private GraphReply list(GraphCall call, boolean whole, boolean users, boolean others) {
        call.caller().demand(GroupCalls.READ);
        var group = GroupCalls.found(groups, call);
        var ids = whole ? groups.within(call.tenant().id(), group) : group.members();
        var found = Stream.concat(
                        users ? users(call, ids, others) : Stream.of(), others ? groups(call, ids, users) : Stream.of())
                .toList();
        return listing.page(call, users && others ? "directoryObjects" : users ? "users" : "groups", found);
    }

    private static Stream<Map<String, Object>> users(GraphCall call, Collection<String> ids, boolean mixed) {
        return call.directory()
                .users(ids, call.asOf())
                .map(user -> Users.asMember(user, call))
                .map(json -> mixed ? ObjectJson.typed("#microsoft.graph.user", json) : json);
    }

    private Stream<Map<String, Object>> groups(GraphCall call, Collection<String> ids, boolean mixed) {
        return ids.stream()
                .sorted()
                .flatMap(id -> groups.group(call.tenant().id(), id).stream())
                .map(group ->
                        ObjectJson.selected(ObjectJson.of(group), call.query().select()))
                .map(json -> mixed ? ObjectJson.typed(ObjectJson.GROUP, json) : json);
    }

    private GraphReply join(GraphCall call) {
        demandWrite(call);
        var group = GroupCalls.found(groups, call);
        var member = referred(call);
        if (group.members().contains(member) || group.id().equals(member)) {
            throw GraphError.badRequest(
                    "One or more added object references already exist for the following modified properties:"
                            + " 'members'.");
        }
        if (call.directory().user(member).isEmpty()
                && groups.group(call.tenant().id(), member).isEmpty()) {
            throw GraphError.notFound(member);
        }
        groups.join(call.tenant().id(), group, member);
        log(call, group, member, "Add member to group", "Assign");
        return GraphReply.noContent();
    }

    private GraphReply leave(GraphCall call) {
        demandWrite(call);
        var group = GroupCalls.found(groups, call);
        var member = call.key(1).toLowerCase(java.util.Locale.ROOT);
        if (!group.members().contains(member)) {
            throw GraphError.notFound(call.key(1));
        }
        groups.leave(call.tenant().id(), group, member);
        log(call, group, member, "Remove member from group", "Unassign");
        return GraphReply.noContent();
    }

    private void log(GraphCall call, Group group, String member, String activity, String operation) {
        var modified = List.of(
                new Audit.Modified("Group.ObjectID", null, quoted(call, group.id())),
                new Audit.Modified("Group.DisplayName", null, quoted(call, group.displayName())));
        call.directory()
                .user(member)
                .ifPresent(user -> audits.log(call, user, "GroupManagement", activity, operation, modified));
    }

    private static String quoted(GraphCall call, String text) {
        return call.json().writeValueAsString(text);
    }

    private static String referred(GraphCall call) {
        var address = REFERENCE.matcher(call.object().path("@odata.id").asString(""));
        if (!address.matches()) {
            throw GraphError.badRequest("Invalid URL format specified in @odata.id for the added reference.");
        }
        return address.group(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static void demandWrite(GraphCall call) {
        call.caller().demand("GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All");
    }
}
