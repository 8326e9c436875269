package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its owner knows it, nobody else learns it. */
class MaskedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jan.novak@example.com, j•••@e•••.com",
        "a@b.de, a•••@b•••.de",
        "😀x@example.org, 😀•••@e•••.org",
        "nobody, •••",
        "@example.com, •••",
        "a@localhost, a•••@•••"
    })
    void onlyTheBeginningsShow(String address, String shown) {
        assertThat(MaskedAddress.of(address)).isEqualTo(shown);
    }
}
