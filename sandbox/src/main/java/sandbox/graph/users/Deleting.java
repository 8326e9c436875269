package sandbox.graph.users;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.Caller;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.people.Directory.DeletedUser;
import sandbox.people.Taken;

/** Deletes users, keeps them for thirty days, brings them back (facts §4.10). */
@Component
class Deleting implements GraphResource {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    private final UserLog log;
    private final SandboxClock clock;

    Deleting(UserLog log, SandboxClock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("DELETE", "users/{}", 1, this::delete)
                .add("GET", "directory/deletedItems/microsoft.graph.user", 1, this::list)
                .add("GET", "directory/deletedItems/{}", 1, this::get)
                .add("POST", "directory/deletedItems/{}/restore", 1, this::restore)
                .add("DELETE", "directory/deletedItems/{}", 1, this::purge);
    }

    private GraphReply delete(GraphCall call) {
        demandRights(call.caller());
        var target = Users.present(call);
        call.caller().demandPowerOver(target.directoryRoles());
        var gone = call.directory()
                .delete(target.id(), call.caller().name())
                .orElseThrow(() -> GraphError.notFound(target.id()));
        log.deleted(call, gone);
        return GraphReply.noContent();
    }

    private GraphReply list(GraphCall call) {
        call.caller().demand(Users.READ);
        var names = Selection.of(call, true);
        var size = call.query().top(USUAL_PAGE, LARGEST_PAGE);
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("users" + UserJson.selected(call)));
        body.put(
                "value",
                call.directory().deletedUsers().stream()
                        .filter(this::kept)
                        .sorted(Comparator.comparing(DeletedUser::at).reversed())
                        .limit(size)
                        .map(gone -> UserJson.item(Users.dated(gone), names, call))
                        .toList());
        return GraphReply.ok(body);
    }

    private GraphReply get(GraphCall call) {
        call.caller().demand(Users.READ);
        var names = Selection.of(call, false);
        return GraphReply.ok(UserJson.entity(Users.dated(found(call)), names, call));
    }

    private GraphReply restore(GraphCall call) {
        call.objectOrEmpty();
        demandRights(call.caller());
        var gone = found(call);
        try {
            var back = call.directory()
                    .restore(gone.user().id(), call.caller().name())
                    .orElseThrow(() -> GraphError.notFound(call.key(0)));
            log.restored(call, back);
            return GraphReply.ok(UserJson.entity(back, Properties.USUAL, call));
        } catch (Taken taken) {
            throw Users.conflict(taken);
        }
    }

    private GraphReply purge(GraphCall call) {
        demandRights(call.caller());
        var gone = found(call);
        if (!call.directory().purge(gone.user().id())) {
            throw GraphError.notFound(call.key(0));
        }
        log.purged(call, gone.user());
        return GraphReply.noContent();
    }

    private DeletedUser found(GraphCall call) {
        var gone = call.directory().deletedUser(call.key(0)).filter(this::kept);
        return gone.orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private boolean kept(DeletedUser gone) {
        return gone.at().plus(KEPT).isAfter(clock.instant());
    }

    private static void demandRights(Caller caller) {
        caller.demand("User.DeleteRestore.All");
        caller.demandUserAdministrator();
    }
}
