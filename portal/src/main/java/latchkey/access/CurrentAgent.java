package latchkey.access;

import java.util.Optional;

/** The agent whose request this is. Also usable as a parameter type {@link Agent} of pages and endpoints. */
public interface CurrentAgent {

    /**
     * The agent of this request.
     *
     * @throws IllegalStateException outside a request that passed the gate
     */
    Agent get();

    /** The agent of this request, or empty where nobody signed in. */
    Optional<Agent> find();
}
