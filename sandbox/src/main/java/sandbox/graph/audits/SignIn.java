package sandbox.graph.audits;

import java.time.Instant;

/**
 * Somebody tried to sign in.
 *
 * @param provider who checked the password: {@code local}, or the issuer of a federated identity
 */
public record SignIn(String id, Instant at, String userId, Outcome outcome, String provider, Device device) {

    static final String LOCAL = "local";

    /** From where, and with what. */
    record Device(String ip, String city, String country, String browser, String system) {

        static final Device PHONE = new Device("203.0.113.24", "Leeds", "GB", "Mobile Safari 18.1", "iOS 18");
        static final Device LAPTOP = new Device("198.51.100.7", "Brno", "CZ", "Firefox 132.0", "Windows 11");
        static final Device OFFICE = new Device("192.0.2.10", "London", "GB", "Edge 131.0", "Windows 11");
    }
}
