package sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The keys that sign every token: the first signs, the second only verifies, as during a rotation.
 *
 * <p>They come with the sandbox and are the same at every start, so that tokens and sessions outlive a restart and the
 * first token need not wait for a key to be made; they guard nothing.
 */
@Component
public class SigningKeys {

    private static final String RESOURCE = "signing-keys.json";

    private final List<RSAKey> keys = shipped();

    /** Public halves, for the issuer's key page. */
    public JWKSet publicKeys() {
        return new JWKSet(
                keys.stream().map(RSAKey::toPublicJWK).map(key -> (JWK) key).toList());
    }

    /** A signed token with these claims. */
    public String sign(JWTClaimsSet claims) {
        var key = keys.getFirst();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(com.nimbusds.jose.JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("The key cannot sign", broken);
        }
    }

    /** The claims of a token that one of the keys signed, whatever they say; empty for any other text. */
    public Optional<JWTClaimsSet> verified(String token) {
        try {
            var parsed = SignedJWT.parse(token);
            for (var key : keys) {
                if (key.getKeyID().equals(parsed.getHeader().getKeyID())
                        && parsed.verify(new RSASSAVerifier(key.toRSAPublicKey()))) {
                    return Optional.of(parsed.getJWTClaimsSet());
                }
            }
            return Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    private static List<RSAKey> shipped() {
        try (var file = SigningKeys.class.getResourceAsStream(RESOURCE)) {
            var set = JWKSet.load(Objects.requireNonNull(file, RESOURCE));
            return set.getKeys().stream().map(JWK::toRSAKey).toList();
        } catch (IOException | ParseException broken) {
            throw new IllegalStateException("The sandbox's signing keys cannot be read", broken);
        }
    }
}
