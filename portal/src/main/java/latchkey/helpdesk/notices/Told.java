package latchkey.helpdesk.notices;

import java.util.List;

/**
 * Who is told of an action, as it is sealed.
 *
 * @param language the language they are written to in
 * @param addresses all of them, those that were there before and those that come new
 */
record Told(String language, List<Address> addresses) {

    Told {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "Told";
    }

    /**
     * An address.
     *
     * @param handle names it without saying it
     * @param address where the mail goes
     */
    record Address(String handle, String address) {

        @Override
        public String toString() {
            return handle;
        }
    }
}
