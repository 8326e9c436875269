package latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import latchkey.directory.DirectoriesSettings;
import latchkey.testing.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the credentials and clouds of a directory is told with its line. */
class DirectoryMistakesTest {

    @TempDir
    private Path folder;

    @Test
    void aRegistrationWithoutACredentialIsToldWhatToAdd() throws IOException {
        assertThat(mistakes(""))
                .containsExactly("6: latchkey.directories.contoso.agents: there is no credential; add one of"
                        + " client-secret, certificate, federated-token-file and managed-identity");
    }

    @Test
    void aCertificateThatIsNotThereIsNamed() throws IOException {
        assertThat(mistakes("certificate: { file: /nowhere/portal.p12 }"))
                .containsExactly(
                        "7: latchkey.directories.contoso.agents.certificate: the file /nowhere/portal.p12 cannot"
                                + " be read; check that it is there, its rights and its password");
    }

    @Test
    void aKeyThatEverybodyMayReadIsTold() throws IOException {
        var certificate = TestCertificate.in(folder, "open");
        Files.setPosixFilePermissions(certificate.pkcs12(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(mistakes("certificate: { file: %s, password: env:PASSWORD }".formatted(certificate.pkcs12())))
                .singleElement()
                .asString()
                .startsWith("7: latchkey.directories.contoso.agents.certificate: everybody on this machine may read")
                .endsWith("take the right away: chmod o= " + certificate.pkcs12());
    }

    @Test
    void aMachineIdentityThatIsNoneIsTold() throws IOException {
        assertThat(mistakes("managed-identity: mine"))
                .containsExactly(
                        "6: latchkey.directories.contoso.agents: managed-identity is neither system nor a client"
                                + " id; write one of them");
    }

    @Test
    void aNextCredentialDoesNotStandForTheFirst() throws IOException {
        assertThat(mistakes("next: { client-secret: env:PASSWORD }"))
                .singleElement()
                .asString()
                .contains("there is no credential");
    }

    @Test
    void anUnknownCloudIsAnsweredWithTheKnownOnes() throws IOException {
        assertThat(mistakes("client-secret: env:PASSWORD", "cloud: germany"))
                .containsExactly("8: latchkey.directories.contoso.cloud: 'germany' is not known; write one of public,"
                        + " us-gov, us-gov-dod, china");
    }

    private List<String> mistakes(String credential, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("settings.yaml"), """
                latchkey:
                  directories:
                    contoso:
                      name: Contoso
                      tenant: b2c00000-0000-4000-8000-000000000001
                      agents: { client-id: a0000000-0000-4000-8000-000000000001,
                                %s }
                      %s
                """.formatted(credential, String.join("", more)));
        Map<String, String> environment = Map.of("PASSWORD", TestCertificate.PASSWORD);
        return new SettingsCheck(file, SettingsFile.read(file, environment::get).documents(), environment::get)
                .mistakesAgainst(List.of(DirectoriesSettings.class)).stream()
                        .map(mistake -> mistake.toString().replace(file + ":", ""))
                        .toList();
    }
}
