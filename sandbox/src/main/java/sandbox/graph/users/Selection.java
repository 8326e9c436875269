package sandbox.graph.users;

import java.util.List;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;

/** Which properties an answer holds. */
final class Selection {

    private Selection() {}

    /**
     * The names to answer, in order.
     *
     * @throws GraphError 400 for an unknown name, 403 for what needs a licence, 501 for what a list cannot hold
     */
    static List<String> of(GraphCall call, boolean list) {
        if (call.query().has("expand")) {
            throw new GraphError(400, "ExpandNotSupported", "Expand is not allowed for this request.", List.of());
        }
        var asked = call.query().select();
        if (asked.isEmpty()) {
            return Properties.USUAL;
        }
        if (asked.contains("*")) {
            return Properties.builtIn().stream()
                    .filter(name -> !Properties.SINGLE_ONLY.contains(name))
                    .filter(name -> !name.equals(Properties.SIGN_IN_ACTIVITY))
                    .toList();
        }
        asked.forEach(name -> demand(name, call, list));
        return asked;
    }

    private static void demand(String name, GraphCall call, boolean list) {
        // Facts §6: an unknown custom attribute is left out of the answer rather than refused.
        if (Properties.named(name, call.tenant()).isEmpty() && !Properties.custom(name)) {
            throw GraphError.malformed("Parsing OData Select and Expand failed: Could not find a property named '"
                    + name + "' on type 'microsoft.graph.user'.");
        }
        if (list && Properties.SINGLE_ONLY.contains(name)) {
            throw GraphError.notImplemented();
        }
        if (name.equals(Properties.SIGN_IN_ACTIVITY)) {
            throw SignInActivity.refusal();
        }
    }
}
