package latchkey.directory;

/** Shows so much of an address that its owner knows it, and nobody else learns it. */
public final class MaskedAddress {

    private static final String DOTS = "•••";

    private MaskedAddress() {}

    /** {@code jan.novak@example.com} becomes {@code j•••@e•••.com}; what is no address becomes dots. */
    public static String of(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? DOTS : first(address) + DOTS + "@" + domain(address.substring(at + 1));
    }

    private static String domain(String domain) {
        var dot = domain.lastIndexOf('.');
        return dot < 1 ? DOTS : first(domain) + DOTS + domain.substring(dot);
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
