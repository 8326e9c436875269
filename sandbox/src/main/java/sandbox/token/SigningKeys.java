package sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * The keys that sign every token: the first signs, the second only verifies, as during a rotation.
 *
 * <p>They are the same at every start, so that tokens and sessions outlive a restart; nothing here is secret.
 */
@Component
public class SigningKeys {

    private static final int BITS = 2048;

    // Making the keys takes a while; the start need not wait for them.
    private final CompletableFuture<List<RSAKey>> keys =
            CompletableFuture.supplyAsync(() -> List.of(key("current"), key("next")));

    /** Public halves, for the issuer's key page. */
    public JWKSet publicKeys() {
        return new JWKSet(keys.join().stream()
                .map(RSAKey::toPublicJWK)
                .map(key -> (com.nimbusds.jose.jwk.JWK) key)
                .toList());
    }

    /** A signed token with these claims. */
    public String sign(JWTClaimsSet claims) {
        var key = keys.join().getFirst();
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
            for (var key : keys.join()) {
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

    private static RSAKey key(String name) {
        try {
            var pair = pair(name);
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyUse(com.nimbusds.jose.jwk.KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException broken) {
            throw new IllegalStateException("No key could be made", broken);
        }
    }

    private static KeyPair pair(String name) throws GeneralSecurityException {
        var random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(("sandbox " + name).getBytes(StandardCharsets.UTF_8));
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS, random);
        return generator.generateKeyPair();
    }
}
