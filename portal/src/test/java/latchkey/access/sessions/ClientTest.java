package latchkey.access.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.access.SessionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a browser and an address is kept. */
class ClientTest {

    private static final SessionSettings SHIPPED = new SessionSettings(2, true, 24, 56);

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "203.0.113.255, 203.0.113.0/24",
        "203.0.112.77, 203.0.112.0/24",
        "2001:db8:1234:56ff:1:2:3:4, 2001:db8:1234:5600:0:0:0:0/56",
        "::ffff:203.0.113.9, 203.0.113.0/24",
        "fe80:0:0:0:1:2:3:4%1, fe80:0:0:0:0:0:0:0/56"
    })
    void ofAnAddressOnlyTheNetworkIsKept(String address, String network) {
        assertThat(Client.of("x", address, SHIPPED).network()).isEqualTo(network);
    }

    @Test
    void thePrefixesAreSettings() {
        var settings = new SessionSettings(2, true, 20, 48);
        assertThat(Client.of("x", "203.0.113.77", settings).network()).isEqualTo("203.0.112.0/20");
        assertThat(Client.of("x", "2001:db8:1234:56ff::1", settings).network()).isEqualTo("2001:db8:1234:0:0:0:0:0/48");
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0, Edge",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML like Gecko) Chrome/140.0.0.0 Safari/537.36, Chrome",
        "Mozilla/5.0 AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15, Safari",
        "Mozilla/5.0 Gecko/20100101 Firefox/142.0, Firefox",
        "curl/8.5, ''"
    })
    void peopleAreToldTheBrowsersFamily(String userAgent, String family) {
        assertThat(Client.of(userAgent, "127.0.0.1", SHIPPED).browser()).isEqualTo(family);
    }

    @Test
    void everyOtherWordOfABrowserIsAnotherFingerprint() {
        var one = Client.of("Firefox/142.0", "127.0.0.1", SHIPPED);
        assertThat(Client.of("Firefox/142.0", "127.0.0.1", SHIPPED)).isEqualTo(one);
        assertThat(Client.of("Firefox/143.0", "127.0.0.1", SHIPPED).fingerprint())
                .isNotEqualTo(one.fingerprint());
        assertThat(Client.of(null, "127.0.0.1", SHIPPED).fingerprint()).isNotEqualTo(one.fingerprint());
    }
}
