package sandbox.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a browser may be sent with a code, or after signing out. */
final class Addresses {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private Addresses() {}

    /**
     * Whether a code may be sent there: a registered address, compared character by character; its port is free where
     * the registration says {@code *}, as RFC 8252 section 7.3 has it for loopback addresses.
     */
    static boolean isRegistered(List<String> registered, String address) {
        return registered.stream()
                .anyMatch(known -> pattern(known).matcher(address).matches());
    }

    /** Whether it is a plain page on this machine, the only place to return to after signing out. */
    static boolean isOnThisMachine(String address) {
        try {
            var parsed = new URI(address);
            return "http".equals(parsed.getScheme())
                    && parsed.getHost() != null
                    && LOOPBACK.contains(parsed.getHost())
                    && parsed.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static Pattern pattern(String registered) {
        return Pattern.compile(Pattern.quote(registered).replace("*", "\\E\\d{1,5}\\Q"));
    }
}
