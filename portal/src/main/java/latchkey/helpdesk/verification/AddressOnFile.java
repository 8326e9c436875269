package latchkey.helpdesk.verification;

/** An address the directory has for a customer; pages show it masked and choose it by its handle. */
public final class AddressOnFile {

    private final String handle;
    private final String address;

    AddressOnFile(String handle, String address) {
        this.handle = handle;
        this.address = address;
    }

    /** Names the address without saying it; of use for this customer only. */
    public String handle() {
        return handle;
    }

    /** First letter and domain's end, enough for the caller to recognise it: {@code j•••@e•••.com}. */
    public String masked() {
        return MaskedAddress.of(address);
    }

    /** The address itself, for sending to it and for nothing else. */
    public String address() {
        return address;
    }

    @Override
    public String toString() {
        return masked();
    }
}
