package latchkey.helpdesk.verification;

/** Shows so much of an address that its owner knows it, and nobody else learns it. */
class MaskedAddress {

    private static final String DOTS = "•••";

    private MaskedAddress() {}

    static String of(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? DOTS : first(address) + DOTS + "@" + maskedDomain(address.substring(at + 1));
    }

    private static String maskedDomain(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot < 1 ? DOTS : first(domain) + DOTS + domain.substring(dot);
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
