package latchkey.directory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;

/** One way in which an app registration proves itself to the token endpoint (facts §2). */
public sealed interface Credential {

    /** What settings, logs and metrics call it. */
    String name();

    /** A secret, sent as it is. */
    record ClientSecret(Secret secret) implements Credential {
        @Override
        public String name() {
            return "client-secret";
        }
    }

    /** A certificate, whose key signs a statement for each token. */
    record Certificate(CertificateFile file) implements Credential {
        @Override
        public String name() {
            return "certificate";
        }
    }

    /** A token of another issuer, which the platform keeps fresh in a file. */
    record FederatedToken(Path file) implements Credential {
        @Override
        public String name() {
            return "federated-token-file";
        }
    }

    /**
     * A token of the machine's own identity.
     *
     * @param clientId of a user-assigned identity; null for the system-assigned one
     */
    record ManagedIdentity(@Nullable UUID clientId) implements Credential {

        static final String SYSTEM = "system";

        static ManagedIdentity of(String setting) {
            return new ManagedIdentity(setting.equals(SYSTEM) ? null : UUID.fromString(setting));
        }

        @Override
        public String name() {
            return "managed-identity";
        }
    }

    /** What is there of the four, in the order in which they are tried: what nobody needs to keep secret comes first. */
    static List<Credential> of(
            @Nullable Secret secret,
            @Nullable CertificateFile certificate,
            @Nullable Path federatedTokenFile,
            @Nullable String managedIdentity) {
        return Stream.<Optional<Credential>>of(
                        Optional.ofNullable(managedIdentity).map(ManagedIdentity::of),
                        Optional.ofNullable(federatedTokenFile).map(FederatedToken::new),
                        Optional.ofNullable(certificate).map(Certificate::new),
                        Optional.ofNullable(secret).map(ClientSecret::new))
                .flatMap(Optional::stream)
                .toList();
    }
}
