package sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.tenants.Application;

/** A signed statement by which an application proves that it holds the key of a registered certificate (facts §2). */
final class ClientAssertion {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    /** Clocks may differ by so much. */
    static final long LEEWAY_SECONDS = 300;

    private ClientAssertion() {}

    /**
     * Checks the statement.
     *
     * @return its claims, an id and an end among them
     * @throws TokenRefusal AADSTS700027 and its relatives, saying what is wrong with it
     */
    static JWTClaimsSet verify(String assertion, Application application, TokenRequest request, Instant now) {
        try {
            var token = SignedJWT.parse(assertion);
            var certificate = certificate(token.getHeader(), application);
            demand(ALGORITHMS.contains(token.getHeader().getAlgorithm()), "the algorithm is neither PS256 nor RS256");
            demand(
                    token.verify(new RSASSAVerifier(RSAKey.parse(certificate).toRSAPublicKey())),
                    "the signature does not fit the certificate");
            demand(!now.isAfter(certificate.getNotAfter().toInstant()), "the certificate has expired");
            verify(token.getJWTClaimsSet(), application, request, now);
            return token.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw refusal("it is not a signed JWT");
        }
    }

    private static void verify(JWTClaimsSet claims, Application application, TokenRequest request, Instant now) {
        demand(
                application.appId().equals(claims.getIssuer())
                        && application.appId().equals(claims.getSubject()),
                "iss and sub must be the client id");
        demand(
                claims.getAudience().stream().anyMatch(audience -> isOurs(audience, request)),
                "aud is another endpoint");
        demand(claims.getJWTID() != null, "jti is missing");
        var expires = instant(claims.getExpirationTime());
        if (expires == null || now.isAfter(expires.plusSeconds(LEEWAY_SECONDS))) {
            throw TokenRefusal.unauthorized(
                    "invalid_client",
                    700024,
                    "Client assertion is not within its valid time range. Current time: " + now + ".");
        }
        var notBefore = instant(claims.getNotBeforeTime());
        demand(notBefore == null || !now.plusSeconds(LEEWAY_SECONDS).isBefore(notBefore), "nbf lies in the future");
    }

    /** The endpoint under the sandbox's own address or Microsoft's, with the tenant's id or domain. */
    private static boolean isOurs(String audience, TokenRequest request) {
        return Set.of(request.tenant().id(), request.tenant().domain()).stream()
                .map(tenant -> "/" + tenant + "/oauth2/v2.0/token")
                .anyMatch(path -> audience.equals(request.root() + path)
                        || audience.equals("https://login.microsoftonline.com" + path));
    }

    private static X509Certificate certificate(JWSHeader header, Application application) {
        return application.certificates().stream()
                .map(ClientAssertion::read)
                .filter(candidate -> isMeant(header, candidate))
                .findFirst()
                .orElseThrow(
                        () -> refusal("the key was not found: its thumbprint is that of no registered certificate"));
    }

    private static X509Certificate read(String pem) {
        return Optional.ofNullable(X509CertUtils.parse(pem))
                .orElseThrow(() -> new IllegalStateException("A registered certificate cannot be read"));
    }

    @SuppressWarnings("deprecation") // facts §2: older clients still send the SHA-1 thumbprint
    private static boolean isMeant(JWSHeader header, X509Certificate candidate) {
        var sha256 = X509CertUtils.computeSHA256Thumbprint(candidate);
        return header.getX509CertSHA256Thumbprint() == null
                ? sha1(candidate).equals(String.valueOf(header.getX509CertThumbprint()))
                : sha256.equals(header.getX509CertSHA256Thumbprint());
    }

    private static String sha1(X509Certificate certificate) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return com.nimbusds.jose.util.Base64URL.encode(digest).toString();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw refusal(otherwise);
        }
    }

    static TokenRefusal refusal(String because) {
        return TokenRefusal.unauthorized(
                "invalid_client", 700027, "Client assertion failed signature validation: " + because + ".");
    }
}
