package latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemWordsTest {

    private final Wording wording;

    ProblemWordsTest() throws IOException {
        wording = new Wording(new MessageFiles().messageSource(), "");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsToldInEveryLanguage(Problem problem) {
        var english = wording.words(Told.of(problem, Map.of()), Locale.ENGLISH);
        var german = wording.words(Told.of(problem, Map.of()), Locale.GERMAN);

        assertThat(english.title()).isNotBlank().isNotEqualTo(german.title());
        assertThat(english.detail()).isNotBlank().isNotEqualTo(german.detail());
        assertThat(english.advice()).isNotBlank().isNotEqualTo(german.advice());
    }
}
