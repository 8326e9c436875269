package sandbox.control;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import sandbox.graph.audits.Outcome;
import sandbox.graph.audits.SignIns;
import sandbox.people.Directories;
import sandbox.people.Directory;
import sandbox.people.User;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** Lets somebody try to sign in, so that the directory's log tells of it. */
@RestController
class SignInsApi {

    private final Tenants tenants;
    private final Directories directories;
    private final SignIns signIns;

    SignInsApi(Tenants tenants, Directories directories, SignIns signIns) {
        this.tenants = tenants;
        this.directories = directories;
        this.signIns = signIns;
    }

    /**
     * An attempt.
     *
     * @param tenant id or domain; the customers' tenant unless told otherwise
     * @param user id, principal name, or what they sign in with
     * @param outcome success unless told otherwise
     */
    record Attempt(
            @Nullable String tenant, String user, @Nullable Outcome outcome) {

        Attempt {
            if (user == null) {
                throw new IllegalArgumentException("Say who: {\"user\": \"...\"}");
            }
        }
    }

    record Made(String id, String userId, Outcome outcome) {}

    @PostMapping("/sandbox/api/sign-ins")
    Made attempt(@RequestBody Attempt attempt) {
        var tenant = tenants.tenant(Objects.requireNonNullElse(attempt.tenant(), Tenants.CUSTOMERS))
                .orElseThrow(() -> nobody("No tenant has this id or domain"));
        var user = user(tenant, attempt.user()).orElseThrow(() -> nobody("Nobody is called that in this tenant"));
        var made = signIns.attempt(tenant.id(), user, Objects.requireNonNullElse(attempt.outcome(), Outcome.SUCCESS));
        return new Made(made.id(), made.userId(), made.outcome());
    }

    private Optional<User> user(Tenant tenant, String name) {
        var directory = directories.of(tenant);
        return directory.user(name).or(() -> directory.named(name, null)).or(() -> signingInWith(name, directory));
    }

    private static Optional<User> signingInWith(String name, Directory directory) {
        return Optional.ofNullable(directory.known(name, null))
                .flatMap(ids -> directory.users(ids, null).findFirst());
    }

    private static ResponseStatusException nobody(String why) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, why);
    }
}
