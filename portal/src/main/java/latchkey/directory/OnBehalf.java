package latchkey.directory;

import org.jspecify.annotations.Nullable;

/**
 * For whom the current thread asks directories, so that calls of one agent queue behind one another and not before
 * everybody else's. Threads started by this one ask for the same person.
 */
public final class OnBehalf {

    private static final InheritableThreadLocal<@Nullable String> WHO = new InheritableThreadLocal<>();

    private OnBehalf() {}

    /** From now on this thread asks for that agent; null ends it. */
    public static void of(@Nullable String agent) {
        if (agent == null) {
            WHO.remove();
        } else {
            WHO.set(agent);
        }
    }

    /** Key of the agent; empty when the product asks for itself. */
    public static String whom() {
        var who = WHO.get();
        return who == null ? "" : who;
    }
}
