package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody without the keys does is found, in the database and in an export; `./latchkey prove audit` tries more. */
@Asvs("16.4.2")
class TamperingTest {

    private static final long SEED = 20261122;

    @ParameterizedTest
    @EnumSource
    void isFoundAtAHundredPlacesAndItsFirstEntryNamed(Tampering kind) {
        var proof = new TamperProof(SEED).tamper(kind, 100);

        assertThat(proof.wrong()).isEmpty();
        assertThat(proof.tried()).isEqualTo(kind.isSeenInAnExport() ? 200 : 100);
    }

    @Test
    void isNeverSeenWhereThereWasNone() {
        var proof = new TamperProof(SEED).leaveAlone(100);

        assertThat(proof.wrong()).isEmpty();
        assertThat(proof.tried()).isEqualTo(300);
    }
}
