package latchkey.directory.graph;

import latchkey.audit.AuditedChange;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.directory.Passwords;
import latchkey.directory.Receipt;
import latchkey.settings.Secret;

/** Sets passwords through the user's passwordProfile: an app may not call resetPassword (facts §0, fact 3; §4.7). */
final class GraphPasswords implements Passwords {

    private final DirectoryId directory;
    private final GraphClient graph;

    GraphPasswords(DirectoryId directory, GraphClient graph) {
        this.directory = directory;
        this.graph = graph;
    }

    @Override
    public Receipt set(CustomerId id, Secret password, AuditedChange announced) {
        var body = Json.MAPPER.createObjectNode();
        body.putObject("passwordProfile")
                .put("password", password.reveal())
                // true locks B2C customers out unless the user flow knows forced resets (facts §4.7).
                .put("forceChangePasswordNextSignIn", false);
        return graph.write(GraphCall.patch(
                "set-password", Users.path(directory, id), Json.MAPPER.writeValueAsBytes(body), announced.id()));
    }
}
