package latchkey.helpdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerQuery;
import latchkey.directory.InMemoryDirectory;
import latchkey.directory.SignInName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed decides what is asked, and nothing else is asked. */
class RecognitionTest {

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final Recognition recognition = with("CZ", "C-\\d{6}");

    @Test
    void anAddressIsLookedForAsSignInNameOnFileAndOnTheContact() {
        assertThat(matches("jan.novak@example.com"))
                .containsExactly(Match.SIGN_IN_EMAIL, Match.MAIL_ADDRESS, Match.CONTACT_EMAIL);
    }

    @Test
    void aGuidMayBeAnAccountOrAContact() {
        assertThat(matches("8F14E45F-ceea-467f-9a5b-2c3d7b1e0a11")).containsExactly(Match.OBJECT_ID, Match.CONTACT_ID);
        assertThat(matches("{8f14e45f-ceea-467f-9a5b-2c3d7b1e0a11}"))
                .containsExactly(Match.OBJECT_ID, Match.CONTACT_ID);
    }

    @Test
    void whatLooksLikeACustomerNumberIsOneAndNothingElse() {
        assertThat(matches("C-900010")).containsExactly(Match.ATTRIBUTE);
    }

    @Test
    void withoutAShapeACustomerNumberMayBeAnything() {
        var shapeless = with("CZ", null);

        assertThat(matches(shapeless, "C-900010"))
                .containsExactly(Match.ATTRIBUTE, Match.SIGN_IN_USER_NAME, Match.NAME);
        assertThat(matches(shapeless, "+420 601 123 456"))
                .containsExactly(Match.SIGN_IN_PHONE, Match.CONTACT_PHONE, Match.ATTRIBUTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+420 601 123 456", "00420601123456", "601 123 456", "(601) 123-456", "601.123.456"})
    void aPhoneNumberIsReadInWhateverWayItIsWritten(String typed) {
        var lookups = recognition.lookups(Recognition.cleaned(typed), directory);

        assertThat(lookups)
                .extracting(lookup -> lookup.place().match())
                .containsExactly(Match.SIGN_IN_PHONE, Match.CONTACT_PHONE);
        assertThat(lookups.getFirst())
                .isEqualTo(new Lookup.ByQuery(
                        Place.of(Match.SIGN_IN_PHONE),
                        new CustomerQuery.BySignInName(SignInName.Kind.PHONE, "+420601123456")));
        assertThat(((Lookup.ByContactPhone) lookups.getLast()).spellings())
                .contains("+420601123456", "+420 601 123 456", "601 123 456", typed);
    }

    @Test
    void withoutARegionOnlyInternationalNumbersAreNumbers() {
        var anywhere = with(null, null);

        assertThat(matches(anywhere, "+420 601 123 456")).contains(Match.SIGN_IN_PHONE);
        assertThat(matches(anywhere, "601 123 456")).doesNotContain(Match.SIGN_IN_PHONE);
    }

    @ParameterizedTest
    @CsvSource({"Novák, true", "tomo, true", "O'Neil, false", "Jan Novák, false", "ليلى, false", "x' or 1 eq 1, false"})
    void otherTextIsANameAndPerhapsAUserName(String typed, boolean userName) {
        assertThat(matches(typed)).contains(Match.NAME);
        assertThat(matches(typed).contains(Match.SIGN_IN_USER_NAME))
                .isEqualTo(userName && typed.chars().allMatch(letter -> letter < 128));
    }

    @Test
    void aGeneratedNameIsRecognisedByItsDomain() {
        assertThat(matches(UUID.randomUUID() + "@contoso.onmicrosoft.com")).contains(Match.GENERATED_NAME);
    }

    @Test
    void spacesAndInvisibleCharactersOfCopiedTextDoNotMatter() {
        assertThat(Recognition.cleaned("\u200e  Jan\u00a0\t Novák \u202c")).isEqualTo("Jan Novák");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "ab", "\u200b\u200b\u200b\u200b", "😀😀", "\ud83dxy"})
    void tooLittleIsRefused(String typed) {
        assertThatThrownBy(() -> Recognition.cleaned(typed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problem()).isEqualTo(Problem.INVALID_SEARCH));
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(Recognition.cleaned("x".repeat(200))).hasSize(200);
        assertThatThrownBy(() -> Recognition.cleaned("x".repeat(201))).isInstanceOf(ProblemException.class);
    }

    private List<Match> matches(String typed) {
        return matches(recognition, typed);
    }

    private List<Match> matches(Recognition recognition, String typed) {
        return recognition.lookups(Recognition.cleaned(typed), directory).stream()
                .map(lookup -> lookup.place().match())
                .toList();
    }

    private static Recognition with(
            @org.jspecify.annotations.Nullable String region, @org.jspecify.annotations.Nullable String number) {
        return new Recognition(
                new SearchSettings(region, number == null ? null : Pattern.compile(number), "Brand", null));
    }
}
