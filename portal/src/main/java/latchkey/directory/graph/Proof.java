package latchkey.directory.graph;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import latchkey.directory.CertificateFile.Signer;
import latchkey.directory.Credential;
import latchkey.directory.DirectoryFailure.Misconfigured;

/** Makes what is sent to the token endpoint out of a credential, fresh for each token (facts §2). */
final class Proof {

    /** Code of the failure when a file or the machine's identity service gives nothing to send. */
    static final String UNREADABLE = "CredentialUnreadable";

    private static final Duration ASSERTION_LIVES = Duration.ofMinutes(5);

    private final UUID clientId;
    private final String endpoint;
    private final Clock clock;
    private final MachineIdentity machine;

    /** @param endpoint the tenant's token endpoint, which assertions are made out to */
    Proof(UUID clientId, String endpoint, Clock clock, MachineIdentity machine) {
        this.clientId = clientId;
        this.endpoint = endpoint;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * What to send now.
     *
     * @throws Misconfigured {@link #UNREADABLE} when there is nothing to send
     */
    IClientCredential of(Credential credential) {
        return switch (credential) {
            case Credential.ClientSecret secret ->
                ClientCredentialFactory.createFromSecret(secret.secret().reveal());
            case Credential.Certificate certificate -> assertion(signed(certificate));
            case Credential.FederatedToken token -> assertion(content(token.file()));
            case Credential.ManagedIdentity identity -> assertion(machine.token(identity));
        };
    }

    private static IClientCredential assertion(String assertion) {
        return ClientCredentialFactory.createFromClientAssertion(assertion);
    }

    private String signed(Credential.Certificate certificate) {
        try {
            return signed(certificate.file().read());
        } catch (IllegalArgumentException e) {
            throw unreadable("The certificate gives nothing to sign with: " + e.getMessage(), e);
        }
    }

    private String signed(Signer signer) {
        var header = new JWSHeader.Builder(JWSAlgorithm.PS256)
                .type(com.nimbusds.jose.JOSEObjectType.JWT)
                .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(signer.certificate()))
                .build();
        var assertion = new SignedJWT(header, claims());
        try {
            assertion.sign(new RSASSASigner(signer.key()));
        } catch (JOSEException e) {
            throw unreadable("The key of the certificate does not sign: " + e.getMessage(), e);
        }
        return assertion.serialize();
    }

    private JWTClaimsSet claims() {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .audience(endpoint)
                .issuer(clientId.toString())
                .subject(clientId.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIVES)))
                .build();
    }

    // The platform renews the file long before the token in it ends, so it is never remembered.
    private static String content(Path file) {
        try {
            var token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw unreadable("The file with the federated token is empty: " + file, null);
            }
            return token;
        } catch (IOException e) {
            throw unreadable("The file with the federated token cannot be read: " + file, e);
        }
    }

    static Misconfigured unreadable(String words, @org.jspecify.annotations.Nullable Throwable cause) {
        return new Misconfigured(words, UNREADABLE, cause);
    }
}
