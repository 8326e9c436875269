package latchkey.sync.dataverse;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import latchkey.directory.DirectoryId;
import latchkey.tracing.Spans;
import org.springframework.stereotype.Component;

/** One client for each environment, shared, so that nobody calls one that asks to be left alone. */
@Component("dataverseClients")
class Clients {

    private final Map<String, DataverseClient> clients = new HashMap<>();

    Clients(DataverseSettings settings, Wire wire, Clock clock, Spans spans) {
        settings.dataverse()
                .forEach((directory, environment) ->
                        clients.put(directory, new DataverseClient(environment, wire, clock, spans)));
    }

    /** The environment's client; throws {@link ContactsFailure.Misconfigured} when the settings have none. */
    DataverseClient of(DirectoryId directory) {
        var client = clients.get(directory.value());
        if (client == null) {
            throw new ContactsFailure.Misconfigured(
                    "the settings have no Dataverse environment for " + directory, null, null);
        }
        return client;
    }
}
