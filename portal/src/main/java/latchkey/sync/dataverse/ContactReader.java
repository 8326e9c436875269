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
        this.contacts = new DataverseContacts(settings, wire, Clock.systemUTC(), Spans.none());
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
