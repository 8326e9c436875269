package latchkey.directory.graph;

import java.nio.charset.StandardCharsets;
import latchkey.audit.AuditedChange;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.directory.Receipt;
import latchkey.directory.SignIns;

/** Opens and closes sign-in by accountEnabled, ends sessions by revokeSignInSessions (facts §4.8, §4.9). */
final class GraphSignIns implements SignIns {

    private final DirectoryId directory;
    private final GraphClient graph;

    GraphSignIns(DirectoryId directory, GraphClient graph) {
        this.directory = directory;
        this.graph = graph;
    }

    @Override
    public Receipt block(CustomerId id, AuditedChange announced) {
        return enable("block-sign-in", id, false, announced);
    }

    @Override
    public Receipt unblock(CustomerId id, AuditedChange announced) {
        return enable("unblock-sign-in", id, true, announced);
    }

    @Override
    public Receipt revokeSessions(CustomerId id, AuditedChange announced) {
        var target = Users.path(directory, id) + "/revokeSignInSessions";
        return graph.write(GraphCall.post("revoke-sessions", target, announced.id()));
    }

    private Receipt enable(String operation, CustomerId id, boolean enabled, AuditedChange announced) {
        var body = "{\"accountEnabled\":%s}".formatted(enabled).getBytes(StandardCharsets.UTF_8);
        return graph.write(GraphCall.patch(operation, Users.path(directory, id), body, announced.id()));
    }
}
