package latchkey.directory.graph;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectorySettings;
import latchkey.directory.DirectorySettings.AppRegistration;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of one app registration (facts §2): fetched once for everybody who waits, renewed five minutes before
 * they end.
 */
final class Tokens {

    private static final Duration EARLY = Duration.ofMinutes(5);

    // A wrong secret stays wrong, and asking again and again gets the app registration locked out (AADSTS50196).
    private static final Duration REFUSAL_STANDS = Duration.ofSeconds(10);

    private final ConfidentialClientApplication application;
    private final Proofs proofs;
    private final Set<String> scopes;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Token token;
    private volatile @Nullable Refusal refusal;

    Tokens(DirectorySettings directory, AppRegistration registration, Wire wire, Clock clock, CredentialReport report) {
        var endpoint = directory.loginUrl() + "/" + directory.tenant() + "/oauth2/v2.0/token";
        var proof = new Proof(registration.clientId(), endpoint, clock, new MachineIdentity(wire));
        this.application = application(directory, registration, new TokenWire(directory.loginUrl(), wire, clock));
        this.proofs = new Proofs(registration, proof, report);
        this.scopes = Set.of(directory.graphUrl() + "/.default");
        this.clock = clock;
    }

    /** A token that is good for a while yet; fails as the token endpoint does, before anything was asked of Graph. */
    String current() {
        var now = token;
        if (now != null && clock.instant().isBefore(now.renewAt())) {
            return now.value();
        }
        return now != null && clock.instant().isBefore(now.endsAt()) ? renewedByOne(now) : renewed(now);
    }

    /** Another token than the one that was just refused. */
    String insteadOf(String refused) {
        var now = token;
        return now != null && !now.value().equals(refused) ? now.value() : renewed(now);
    }

    // The old token still works: one caller renews it, the others go on with it.
    @SuppressWarnings("ReferenceEquality") // whether it is still the one that was seen
    private String renewedByOne(Token old) {
        if (!refreshing.tryLock()) {
            return old.value();
        }
        try {
            return token == old ? fetch().value() : current();
        } catch (DirectoryFailure e) {
            return old.value();
        } finally {
            refreshing.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private String renewed(@Nullable Token old) {
        refreshing.lock();
        try {
            var now = token;
            return now != null && now != old ? now.value() : fetch().value();
        } finally {
            refreshing.unlock();
        }
    }

    private Token fetch() {
        var standing = refusal;
        if (standing != null && clock.instant().isBefore(standing.until())) {
            throw standing.failure();
        }
        try {
            var fetched = Token.of(proofs.accepted(this::acquire), clock.instant());
            token = fetched;
            refusal = null;
            return fetched;
        } catch (Misconfigured e) {
            refusal = new Refusal(e, clock.instant().plus(REFUSAL_STANDS));
            throw e;
        }
    }

    private IAuthenticationResult acquire(IClientCredential credential) {
        var parameters = ClientCredentialParameters.builder(scopes)
                .skipCache(true)
                .clientCredential(credential)
                .build();
        try {
            return application.acquireToken(parameters).join();
        } catch (CompletionException | MsalException e) {
            throw failureIn(e);
        }
    }

    private static DirectoryFailure failureIn(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DirectoryFailure failure) {
                return failure;
            }
        }
        return new Misconfigured("No token: " + thrown.getMessage(), null, thrown);
    }

    private static ConfidentialClientApplication application(
            DirectorySettings directory, AppRegistration registration, TokenWire wire) {
        // The library wants a credential here; each request brings its own.
        var none = ClientCredentialFactory.createFromSecret("none");
        try {
            return ConfidentialClientApplication.builder(registration.clientId().toString(), none)
                    .authority(authority(directory))
                    // The authority comes from the settings; asking Microsoft's global cloud about it proves nothing.
                    .validateAuthority(false)
                    .instanceDiscovery(false)
                    .disableInternalRetries()
                    .httpClient(wire)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The library takes no http authority: it is told a made-up https host, and TokenWire puts the real one back.
    private static String authority(DirectorySettings directory) {
        var login = directory.loginUrl();
        var root = "https".equals(login.getScheme()) ? login : URI.create("https://login.invalid");
        return root + "/" + directory.tenant() + "/";
    }

    private record Token(String value, Instant renewAt, Instant endsAt) {

        static Token of(IAuthenticationResult result, Instant now) {
            var ends = result.expiresOnDate().toInstant();
            var renew = ends.minus(EARLY);
            return new Token(result.accessToken(), renew.isBefore(now) ? middle(now, ends) : renew, ends);
        }

        private static Instant middle(Instant from, Instant to) {
            return from.plus(Duration.between(from, to).dividedBy(2));
        }

        @Override
        public String toString() {
            return "Token[until " + endsAt + "]";
        }
    }

    private record Refusal(Misconfigured failure, Instant until) {}
}
