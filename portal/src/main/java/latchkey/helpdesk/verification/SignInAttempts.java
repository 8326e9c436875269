package latchkey.helpdesk.verification;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInTie;
import org.springframework.stereotype.Service;

/**
 * Sign-ins that customers began. Nothing of them is kept here: what the browser holds and our key give everything else, so
 * that strangers who begin many fill no table, and any node takes the answer.
 */
@Service
public class SignInAttempts {

    /** How long a browser may be away signing in. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}\\.([0-9]{10})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final KeyedHash hash;
    private final Clock clock;

    SignInAttempts(KeyedHash hash, Clock clock) {
        this.hash = hash;
        this.clock = clock;
    }

    /** What a browser is to keep until it comes back. */
    public String begin() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes) + "." + clock.instant().getEpochSecond();
    }

    public SignInTie tie(DirectoryId directory, String kept) {
        return new SignInTie(
                part("state", directory, kept), part("nonce", directory, kept), part("verifier", directory, kept));
    }

    /** The tie of a browser that comes back with that state; empty when it did not begin it here, or long ago. */
    public Optional<SignInTie> back(DirectoryId directory, String kept, String state) {
        return Optional.of(kept)
                .filter(this::isYoung)
                .map(known -> tie(directory, known))
                .filter(tie -> MessageDigest.isEqual(
                        tie.state().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        state.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private boolean isYoung(String kept) {
        var found = FORM.matcher(kept);
        return found.matches()
                && Instant.ofEpochSecond(Long.parseLong(found.group(1)))
                        .plus(LIFE)
                        .isAfter(clock.instant());
    }

    private String part(String name, DirectoryId directory, String kept) {
        return text(hash.of("sign-in " + name, directory.value(), kept));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
