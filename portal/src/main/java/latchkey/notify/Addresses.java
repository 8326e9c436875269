package latchkey.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads addresses strictly, so that a line break or a second address never slips into a header. */
final class Addresses {

    private Addresses() {}

    /** One address; refuses anything else. The message does not repeat it, since it is personal. */
    static InternetAddress one(String text) {
        try {
            var address = new InternetAddress(text, true);
            if (address.isGroup() || address.getAddress().indexOf('@') < 1) {
                throw new IllegalArgumentException("the mail address is not a single one");
            }
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException("the mail address cannot be one", e);
        }
    }

    /** The name before the address, or the address where there is none. */
    static String nameIn(String text) {
        var address = one(text);
        return address.getPersonal() == null ? address.getAddress() : address.getPersonal();
    }
}
