package latchkey.helpdesk.verification;

import java.util.Set;

/** An e-mail address or a phone number that the directory has for a customer; pages show it masked and choose it by its handle. */
public final class AddressOnFile {

    private final String handle;
    private final String address;
    private final String masked;
    private final Set<AddressPlace> places;

    AddressOnFile(String handle, String address, String masked, Set<AddressPlace> places) {
        this.handle = handle;
        this.address = address;
        this.masked = masked;
        this.places = Set.copyOf(places);
    }

    /** Names the address without saying it; of use for this customer only. */
    public String handle() {
        return handle;
    }

    /** Enough for the caller to recognise it: {@code j•••@e•••.com}, {@code +49 ••• 56}. */
    public String masked() {
        return masked;
    }

    /** The address itself, for sending to it and for nothing else. */
    public String address() {
        return address;
    }

    /** Every place where the directory has it. */
    Set<AddressPlace> places() {
        return places;
    }

    @Override
    public String toString() {
        return masked();
    }
}
