package latchkey.directory.graph;

import com.microsoft.aad.msal4j.IClientCredential;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import latchkey.directory.Credential;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectorySettings.AppRegistration;
import org.jspecify.annotations.Nullable;

/** The credentials of one app registration in turn: the one that worked last first, the others when it is refused. */
final class Proofs {

    // Secret wrong or expired, assertion not signed well or out of its time, federated token not trusted (facts §2).
    private static final Set<String> REFUSED_CREDENTIAL = Set.of(
            Proof.UNREADABLE,
            "AADSTS7000215",
            "AADSTS7000222",
            "AADSTS700027",
            "AADSTS700024",
            "AADSTS70021",
            "AADSTS700211",
            "AADSTS700212",
            "AADSTS700213");

    private final List<Named> all;
    private final Proof proof;
    private final CredentialReport report;
    private volatile int working;

    Proofs(AppRegistration registration, Proof proof, CredentialReport report) {
        this.all = Stream.concat(
                        registration.credentials().stream().map(credential -> new Named(credential.name(), credential)),
                        registration.nextCredentials().stream()
                                .map(credential -> new Named("next." + credential.name(), credential)))
                .toList();
        this.proof = proof;
        this.report = report;
    }

    /**
     * The answer to the first credential that is not refused.
     *
     * @throws Misconfigured the first refusal, when all are refused
     */
    <T> T accepted(Function<IClientCredential, T> ask) {
        var start = working;
        @Nullable Misconfigured refusal = null;
        for (var turn = 0; turn < all.size(); turn++) {
            var index = (start + turn) % all.size();
            try {
                var answer = ask.apply(proof.of(all.get(index).credential()));
                working = index;
                report.accepted(all.get(index).name());
                return answer;
            } catch (Misconfigured e) {
                refusal = refusal == null ? e : refusal;
                noteOrThrow(all.get(index).name(), e);
            }
        }
        throw java.util.Objects.requireNonNull(refusal);
    }

    private void noteOrThrow(String name, Misconfigured refusal) {
        if (refusal.code() == null || !REFUSED_CREDENTIAL.contains(refusal.code())) {
            throw refusal;
        }
        report.refused(name, refusal.code());
    }

    private record Named(String name, Credential credential) {}
}
