package sandbox.graph.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.people.Directory;
import sandbox.people.Taken;
import sandbox.people.User;

/** Finds the user whom the path of a call names, by id or user principal name. */
public final class Users {

    /** Any of these permissions lets read users. */
    static final String[] READ = {"User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"
    };

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Users() {}

    /**
     * The user as reads see one, which may lag.
     *
     * @throws GraphError 404
     */
    public static User read(GraphCall call) {
        return find(call.directory(), call.key(0), call.asOf()).orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    /**
     * The user as writes see one.
     *
     * @throws GraphError 404
     */
    public static User present(GraphCall call) {
        return find(call.directory(), call.key(0), null).orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    /** The user within a list of members: the selected properties, or the usual ones. */
    public static Map<String, Object> asMember(User user, GraphCall call) {
        var asked = call.query().select();
        var known = asked.stream()
                .filter(name -> Properties.named(name, call.tenant()).isPresent())
                .filter(name -> !Properties.SINGLE_ONLY.contains(name) && !name.equals(Properties.SIGN_IN_ACTIVITY))
                .toList();
        return UserJson.item(user, asked.isEmpty() ? Properties.USUAL : known, call);
    }

    /** The answer to a value that is somebody else's (facts §4.5). */
    static GraphError conflict(Taken taken) {
        var message = "Another object with the same value for property " + taken.property() + " already exists.";
        var others = String.join(", ", taken.holders());
        return new GraphError(
                400,
                "Request_BadRequest",
                message,
                List.of(
                        new GraphError.Detail("ObjectConflict", message, taken.property()),
                        new GraphError.Detail(
                                "ConflictingObjects", "The conflicting object(s): " + others + ".", others)));
    }

    /** A deleted user with the time of the deletion, which living ones do not have. */
    static User dated(Directory.DeletedUser gone) {
        return gone.user().with(Map.of("deletedDateTime", gone.at()));
    }

    private static Optional<User> find(Directory directory, String key, @Nullable Instant asOf) {
        return ID.matcher(key).matches() ? directory.user(key, asOf) : directory.named(key, asOf);
    }
}
