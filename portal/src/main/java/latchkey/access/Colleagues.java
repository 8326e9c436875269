package latchkey.access;

import java.util.List;
import java.util.Optional;

/** Agents other than the one whose request this is. */
public interface Colleagues {

    /** The agent with that key, with the rights they have now; empty for one who was never here or has no role left. */
    Optional<Agent> now(String key);

    /** Who asked for a page a moment ago and has not signed out, with the rights they have now. */
    List<Agent> atWork();
}
