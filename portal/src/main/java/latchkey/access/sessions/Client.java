package latchkey.access.sessions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import latchkey.access.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a request comes from.
 *
 * @param browser its family, for people
 * @param fingerprint hash of what it says of itself
 * @param network the leading bits of its address
 */
public record Client(String browser, String fingerprint, String network) {

    /** Edge and Opera also call themselves Chrome, and Chrome calls itself Safari: the first that fits is meant. */
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("Edg/", "Edge");
        FAMILIES.put("OPR/", "Opera");
        FAMILIES.put("Firefox/", "Firefox");
        FAMILIES.put("Chrome/", "Chrome");
        FAMILIES.put("Safari/", "Safari");
    }

    /**
     * The client behind an address.
     *
     * @param userAgent what it says of itself, null when it says nothing
     * @param address as the socket says
     */
    public static Client of(@Nullable String userAgent, String address, SessionSettings settings) {
        var said = Objects.requireNonNullElse(userAgent, "");
        return new Client(family(said), HexFormat.of().formatHex(hash(said)), network(address, settings));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String family(String userAgent) {
        return FAMILIES.entrySet().stream()
                .filter(family -> userAgent.contains(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String network(String address, SessionSettings settings) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var prefix = bytes.length == 4 ? settings.ipv4Prefix() : settings.ipv6Prefix();
            return InetAddress.getByAddress(masked(bytes, prefix)).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a socket's address is always one", e);
        }
    }

    private static byte[] masked(byte[] address, int prefix) {
        var network = new byte[address.length];
        for (var bit = 0; bit < prefix; bit++) {
            network[bit / 8] |= (byte) (address[bit / 8] & (0x80 >> bit % 8));
        }
        return network;
    }
}
