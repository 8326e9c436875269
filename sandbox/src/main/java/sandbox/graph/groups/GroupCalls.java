package sandbox.graph.groups;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.graph.filter.Evaluation;
import sandbox.graph.filter.PlainFilter;
import sandbox.graph.tenant.Shape;
import sandbox.people.Group;
import sandbox.people.Groups;
import tools.jackson.databind.node.ObjectNode;

/** Groups themselves: found, founded, dissolved. */
@Component
class GroupCalls implements GraphResource {

    static final String[] READ = {
        "GroupMember.Read.All",
        "GroupMember.ReadWrite.All",
        "Group.Read.All",
        "Group.ReadWrite.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All"
    };

    private static final PlainFilter FILTER =
            new PlainFilter(Set.of("id", "displayName", "mail", "mailNickname", "securityEnabled"), "Group");

    private final Groups groups;
    private final Listing listing;
    private final SandboxClock clock;

    GroupCalls(Groups groups, Listing listing, SandboxClock clock) {
        this.groups = groups;
        this.listing = listing;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "groups", 3, this::list)
                .add("POST", "groups", 3, this::create)
                .add("GET", "groups/{}", 2, this::get)
                .add("DELETE", "groups/{}", 2, this::delete);
    }

    private GraphReply list(GraphCall call) {
        call.caller().demand(READ);
        var filter = Optional.ofNullable(call.query().option("filter")).map(FILTER::read);
        return listing.page(
                call,
                "groups",
                groups.all(call.tenant().id()).stream()
                        .map(ObjectJson::of)
                        .filter(json ->
                                filter.isEmpty() || Evaluation.matches(filter.get(), path -> json.get(path.text())))
                        .map(json -> Shape.selected(json, call, "group"))
                        .toList());
    }

    private GraphReply get(GraphCall call) {
        call.caller().demand(READ);
        return GraphReply.ok(Shape.entity(call, "groups", ObjectJson.of(found(groups, call))));
    }

    private GraphReply create(GraphCall call) {
        call.caller().demand("Group.Create", "Group.ReadWrite.All", "Directory.ReadWrite.All");
        var body = call.object();
        var mailed = truth(body, "mailEnabled");
        var secured = truth(body, "securityEnabled");
        if (mailed || !secured) {
            // Mail-enabled groups are made by Exchange, which is not here.
            throw GraphError.badRequest("The service does not currently support writes of mail-enabled groups.");
        }
        var description = body.path("description").asString("");
        var group = new Group(
                UUID.randomUUID().toString(),
                text(body, "displayName", 256),
                description.isEmpty() ? null : description,
                text(body, "mailNickname", 64),
                null,
                true,
                clock.instant(),
                Set.of());
        groups.add(call.tenant().id(), group);
        return GraphReply.created(
                Shape.entity(call, "groups", ObjectJson.of(group)), call.root() + "/groups/" + group.id());
    }

    private GraphReply delete(GraphCall call) {
        call.caller().demand("Group.ReadWrite.All", "Directory.ReadWrite.All");
        groups.remove(call.tenant().id(), found(groups, call));
        return GraphReply.noContent();
    }

    /** The group that the path names first. */
    static Group found(Groups groups, GraphCall call) {
        return groups.group(call.tenant().id(), call.key(0)).orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private static boolean truth(ObjectNode body, String name) {
        if (!body.path(name).isBoolean()) {
            throw GraphError.invalidValue(name, "Group");
        }
        return body.path(name).booleanValue();
    }

    private static String text(ObjectNode body, String name, int longest) {
        var text = body.path(name).asString("");
        if (text.isBlank() || text.length() > longest) {
            throw GraphError.invalidValue(name, "Group");
        }
        return text;
    }
}
