package latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import latchkey.testing.Asvs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

class SettingsCheckTest {

    @TempDir
    Path folder;

    @Test
    void aFileWithoutMistakesHasNone() throws IOException {
        assertThat(mistakes("""
                latchkey:
                  post:
                    host: mail.example
                    patience: 5s
                    password: env:PASSWORD
                    boxes:
                      info: { colour: RED }
                      Sales: { colour: green }
                """)).isEmpty();
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndWhatIsKnownThere() throws IOException {
        assertThat(mistakes("""
                latchkey:
                  post:
                    host: mail.example
                    hots: mail.example
                """))
                .containsExactly(
                        "4: unknown key latchkey.post.hots; known here: boxes, host, password, patience, port");
    }

    @Test
    void anUnknownPartIsNamedAsAWhole() throws IOException {
        assertThat(mistakes("latchkey:\n  post: { host: a }\n  pots:\n    host: b\n"))
                .containsExactly("4: unknown key latchkey.pots; known here: post");
    }

    @Test
    void aKeyOutsideOfLatchkeyIsRefused() throws IOException {
        assertThat(mistakes("latchkey:\n  post: { host: a }\nserver:\n  port: 1\n"))
                .containsExactly("4: unknown key server.port; every key stands under latchkey:");
    }

    @Test
    void aMissingKeyIsNamedWithTheLineOfItsNeighbours() throws IOException {
        assertThat(mistakes("latchkey:\n  # nothing else\n  post:\n    port: 26\n"))
                .containsExactly("4: latchkey.post.host is missing; add it");
    }

    @Test
    void eachValueThatDoesNotFitSaysWhatToWrite() throws IOException {
        assertThat(mistakes("""
                latchkey:
                  post:
                    host: mail.example
                    port: many
                    patience: soon
                    boxes:
                      info: { colour: blue, open: perhaps }
                """))
                .containsExactly(
                        "4: latchkey.post.port: 'many' is not a whole number; write digits only",
                        "5: latchkey.post.patience: 'soon' is not a length of time; write a number and a unit, such as 30s, 15m or 8h",
                        "7: latchkey.post.boxes.info.colour: 'blue' is not known; write one of red, green",
                        "7: latchkey.post.boxes.info.open: 'perhaps' is neither true nor false; write one of them");
    }

    @Test
    void aValueBeyondItsLimitsIsRefused() throws IOException {
        assertThat(mistakes("latchkey:\n  post:\n    host: a\n    port: 70000\n"))
                .containsExactly("4: latchkey.post.port must be less than or equal to 65535; change it");
    }

    @Test
    @Asvs("13.3.1")
    void aSecretInPlainTextIsRefusedAndNotRepeated() throws IOException {
        assertThat(mistakes("latchkey:\n  post:\n    host: a\n    password: hunter2\n"))
                .singleElement()
                .asString()
                .contains("4: latchkey.post.password", "env:NAME or file:PATH")
                .doesNotContain("hunter2");
    }

    @Test
    void aSecretThatIsMissingIsNamedByItsVariable() throws IOException {
        assertThat(mistakes("latchkey:\n  post:\n    host: a\n    password: env:ABSENT\n"))
                .containsExactly(
                        "4: latchkey.post.password: the environment has no value for ABSENT; set it before the start");
    }

    @Test
    void everyMistakeOfTheFileIsSaidAtOnceInTheOrderOfTheFile() throws IOException {
        assertThat(mistakes("""
                latchkey:
                  post:
                    port: many
                    password: env:ABSENT
                    hots: a
                """))
                .hasSize(4)
                .map(mistake -> mistake.substring(0, 1))
                .containsExactly("3", "3", "4", "5");
    }

    @Test
    void variablesOfTheEnvironmentAreFilledIn() throws IOException {
        assertThat(mistakes("latchkey:\n  post:\n    host: ${HOST}\n    port: ${PORT:26}\n"))
                .isEmpty();
        assertThat(mistakes("latchkey:\n  post:\n    host: a\n    port: ${ABSENT}\n"))
                .containsExactly("4: latchkey.post.port: '${ABSENT}' is not a whole number; write digits only");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() throws IOException {
        var file = write("latchkey:\n  post:\n\thost: a\n");

        assertThatThrownBy(() -> SettingsFile.read(file)).isInstanceOfSatisfying(CannotStart.class, refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(refusal).hasMessageStartingWith(file + ":3: this is not YAML");
        });
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() throws IOException {
        var file = write("latchkey:\n  post: { host: a }\n  post: { host: b }\n");

        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("post");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("absent.yaml")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("absent.yaml cannot be read");
    }

    private List<String> mistakes(String yaml) throws IOException {
        var file = write(yaml);
        var environment = Map.of("PASSWORD", "hunter2", "HOST", "mail.example");
        return new SettingsCheck(file, SettingsFile.read(file, environment::get).documents(), environment::get)
                .mistakesAgainst(List.of(PostSettings.class)).stream()
                        .map(mistake -> mistake.toString().replace(file + ":", ""))
                        .toList();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }

    @ConfigurationProperties("latchkey.post")
    record PostSettings(
            @NotBlank @NotNull String host,
            @DefaultValue("25") @Max(65_535) int port,
            @DefaultValue("10s") Duration patience,
            @Nullable Secret password,
            @DefaultValue Map<String, Box> boxes) {}

    record Box(
            @DefaultValue("red") Colour colour,
            @DefaultValue("true") boolean open) {}

    enum Colour {
        RED,
        GREEN
    }
}
