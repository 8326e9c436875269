package sandbox.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is fixed at the start.
 *
 * @param customers how many customers are seeded beside the people with stories
 * @param journalSize how many requests the journal keeps before it forgets the oldest
 * @param checkAnswers whether an answer against Graph's types is told as an error instead, for tests
 * @param pastSignIns whether the log tells of sign-ins in the week before the start
 * @param seed path of a file with more tenants and applications; null = none
 * @param settings the values that a reset goes back to
 */
@ConfigurationProperties("sandbox")
public record StartUp(
        int customers,
        int journalSize,
        boolean checkAnswers,
        boolean pastSignIns,
        @Nullable String seed,
        Settings settings) {}
