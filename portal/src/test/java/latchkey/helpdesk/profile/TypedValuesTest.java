package latchkey.helpdesk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ليلى حداد", "O'Neil", "Zoë", "李小龍", "a+b", "x"})
    void namesOfTheWorldAreText(String name) {
        assertThat(read("surname", Type.TEXT, 64, name)).contains(new AttributeValue.Text(name));
    }

    @Test
    void anEmptyFieldClears() {
        assertThat(read("surname", Type.TEXT, 64, "  ")).isEmpty();
    }

    @Test
    void theDisplayNameCannotBeCleared() {
        broken("displayName", Type.TEXT, 256, "", Rule.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>Jan</b>", "Jan>"})
    void theDisplayNameHoldsNoMarkup(String name) {
        broken("displayName", Type.TEXT, 256, name, Rule.FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u202eb", "a\u2028b", "a\tb", "a\nb"})
    void textHoldsNoInvisibleTraps(String text) {
        broken("surname", Type.TEXT, 64, text, Rule.FORBIDDEN_CHARACTER);
    }

    @Test
    @Asvs("1.3.3")
    void textHasALongest() {
        broken("surname", Type.TEXT, 64, "x".repeat(65), Rule.TOO_LONG);
        assertThat(read("surname", Type.TEXT, 64, "x".repeat(64))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"12,12", "-3,-3", "+7,7", "2147483647,2147483647"})
    void wholeNumbersAreWhole(String typed, long number) {
        assertThat(read("x", Type.WHOLE, 0, typed)).contains(new AttributeValue.Whole(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1,000", "ten", "0x1f", "1e3"})
    @Asvs("15.3.5")
    void otherNumbersAreNot(String typed) {
        broken("x", Type.WHOLE, 0, typed, Rule.NOT_WHOLE);
    }

    @Test
    @Asvs("1.4.2")
    void wholeNumbersHaveARange() {
        broken("x", Type.WHOLE, 0, "2147483648", Rule.OUT_OF_RANGE);
        assertThat(read("x", Type.LARGE_WHOLE, 0, "2147483648")).isPresent();
        broken("x", Type.LARGE_WHOLE, 0, "99999999999999999999", Rule.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T09:30", "2026-01-31T09:30:00Z", "2026-01-31T10:30:00+01:00"})
    void momentsComeFromFormsAndPrograms(String typed) {
        assertThat(read("x", Type.MOMENT, 0, typed))
                .contains(new AttributeValue.Moment(Instant.parse("2026-01-31T09:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30T00:00", "31.01.2026"})
    void otherMomentsAreNot(String typed) {
        broken("x", Type.MOMENT, 0, typed, Rule.NOT_A_MOMENT);
    }

    @Test
    void yesAndNoAreTheOnlyFlags() {
        assertThat(read("x", Type.FLAG, 0, "true")).contains(new AttributeValue.Flag(true));
        broken("x", Type.FLAG, 0, "maybe", Rule.NOT_YES_OR_NO);
    }

    @Test
    void linesBecomeSeveralTexts() {
        assertThat(read("otherMails", Type.TEXTS, 250, "a@b.example\r\n\r\nc+d@e.example\na@b.example"))
                .contains(new AttributeValue.Texts(List.of("a@b.example", "c+d@e.example")));
        broken("otherMails", Type.TEXTS, 250, "a@b.example\nnot an address", Rule.NOT_AN_ADDRESS);
    }

    @Test
    void bytesAreBase64() {
        assertThat(read("x", Type.BYTES, 256, "AAEC")).contains(new AttributeValue.Bytes("AAEC"));
        broken("x", Type.BYTES, 256, "not base64!", Rule.NOT_BASE64);
        broken("x", Type.BYTES, 2, "AAEC", Rule.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-17T10:11:12.345Z", "2020-05-17T10:11:00Z"})
    void typingBackAMomentAsShownIsTheSameToTheSecond(String instant) {
        var value = new AttributeValue.Moment(Instant.parse(instant));
        var shown = TypedValues.write(value);
        assertThat(read("x", Type.MOMENT, 0, shown).map(TypedValues::write)).contains(shown);
    }

    private static Optional<AttributeValue> read(String name, Type type, int longest, String typed) {
        return TypedValues.read(new AttributeDefinition(new AttributeKey(name), name, type, true, longest), typed);
    }

    private static void broken(String name, Type type, int longest, String typed, Rule rule) {
        assertThatThrownBy(() -> read(name, type, longest, typed))
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
