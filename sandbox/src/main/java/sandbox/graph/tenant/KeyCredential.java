package sandbox.graph.tenant;

import com.nimbusds.jose.util.X509CertUtils;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A registered certificate as applications show it: everything but the key. */
final class KeyCredential {

    private KeyCredential() {}

    static Map<String, Object> json(String pem) {
        var certificate = Objects.requireNonNull(X509CertUtils.parse(pem), "a certificate in PEM");
        var thumbprint = X509CertUtils.computeSHA256Thumbprint(certificate).decode();
        return Shape.of(
                "customKeyIdentifier",
                java.util.Base64.getEncoder().encodeToString(thumbprint),
                "displayName",
                certificate.getSubjectX500Principal().getName(),
                "endDateTime",
                certificate.getNotAfter().toInstant().toString(),
                "key",
                null,
                "keyId",
                UUID.nameUUIDFromBytes(thumbprint).toString(),
                "startDateTime",
                certificate.getNotBefore().toInstant().toString(),
                "type",
                "AsymmetricX509Cert",
                "usage",
                "Verify");
    }
}
