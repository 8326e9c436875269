package latchkey.sync.dataverse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import latchkey.tracing.Spans;

/** Contacts as a command reads them, without a portal around. */
public final class ContactReader implements AutoCloseable {

    private final Wire wire = new Wire();
    private final Contacts contacts;

    public ContactReader(DataverseSettings settings) {
        var clients = new Clients(settings, wire, Clock.systemUTC(), Spans.none());
        this.contacts = new DataverseContacts(clients, new Identities(clients, settings));
    }

    public Contacts contacts() {
        return contacts;
    }

    @Override
    public void close() {
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
