package latchkey.sync.dataverse;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.aad.msal4j.MsalException;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/** Access tokens of one application user (Dataverse facts §1f), fetched once for everybody who waits. */
final class Tokens implements IHttpClient {

    private static final Duration EARLY = Duration.ofMinutes(5);

    // a wrong secret stays wrong, and asking again and again locks the app registration out
    private static final Duration REFUSAL_STANDS = Duration.ofSeconds(10);

    private final URI login;
    private final Set<String> scopes;
    private final Wire wire;
    private final Clock clock;
    private final ConfidentialClientApplication application;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token token;
    private @Nullable Refusal refusal;

    Tokens(DataverseSettings.Environment environment, Wire wire, Clock clock) {
        this.login = environment.loginUrl();
        this.scopes = Set.of(environment.url() + "/.default");
        this.wire = wire;
        this.clock = clock;
        this.application = application(environment);
    }

    String current() {
        var now = token;
        return now != null && clock.instant().isBefore(now.renewAt()) ? now.value() : fetched(now);
    }

    /** Another token than the one that was just refused. */
    String insteadOf(String refused) {
        var now = token;
        return now != null && !now.value().equals(refused) ? now.value() : fetched(now);
    }

    private String fetched(@Nullable Token old) {
        fetching.lock();
        try {
            var now = token;
            if (now != null && !now.equals(old)) {
                return now.value();
            }
            if (refusal != null && clock.instant().isBefore(refusal.until())) {
                throw refusal.failure();
            }
            return fetch();
        } finally {
            fetching.unlock();
        }
    }

    private String fetch() {
        try {
            var result = application
                    .acquireToken(ClientCredentialParameters.builder(scopes)
                            .skipCache(true)
                            .build())
                    .join();
            var fetched = Token.of(result.accessToken(), result.expiresOnDate().toInstant(), clock.instant());
            token = fetched;
            return fetched.value();
        } catch (CompletionException | MsalException e) {
            throw failure(e);
        }
    }

    private ContactsFailure failure(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContactsFailure failure) {
                return failure;
            }
        }
        var failure = new ContactsFailure.Misconfigured("no token: " + thrown.getMessage(), null, thrown);
        refusal = new Refusal(failure, clock.instant().plus(REFUSAL_STANDS));
        return failure;
    }

    /** The library's requests, over our own connections and to the address that the settings name. */
    @Override
    public IHttpResponse send(HttpRequest request) {
        try {
            var target = URI.create(login + request.url().getFile());
            var body = request.body() == null ? "" : request.body();
            var answer = wire.post(target, request.headers(), body);
            if (answer.status() >= 500 || answer.status() == 429) {
                throw new ContactsFailure.Unavailable("the sign-in service answers " + answer.status(), null, null);
            }
            var response = new HttpResponse();
            response.statusCode(answer.status());
            response.body(answer.body());
            response.addHeaders(java.util.Map.of("Content-Type", java.util.List.of("application/json")));
            return response;
        } catch (IOException e) {
            throw new ContactsFailure.Unavailable("the sign-in service cannot be reached: " + e.getMessage(), null, e);
        }
    }

    private ConfidentialClientApplication application(DataverseSettings.Environment environment) {
        var secret = ClientCredentialFactory.createFromSecret(
                environment.clientSecret().reveal());
        // the library takes no http authority; the real address is put back in send
        var root = "https".equals(login.getScheme()) ? login : URI.create("https://login.invalid");
        try {
            return ConfidentialClientApplication.builder(environment.clientId(), secret)
                    .authority(root + "/" + environment.tenant() + "/")
                    .validateAuthority(false)
                    .instanceDiscovery(false)
                    .disableInternalRetries()
                    .httpClient(this)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Token(String value, Instant renewAt) {

        static Token of(String value, Instant end, Instant now) {
            var early = end.minus(EARLY);
            return new Token(
                    value,
                    early.isAfter(now)
                            ? early
                            : now.plus(Duration.between(now, end).dividedBy(2)));
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    private record Refusal(ContactsFailure failure, Instant until) {}
}
