package latchkey.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which an agent is signed in.
 *
 * @param id names it for people; its cookie is something else
 * @param agentKey the agent's account
 * @param person the human behind the account
 * @param name the agent, for people to read
 * @param browser the browser's family
 * @param network where it signed in from, as a prefix
 * @param since when
 * @param seenAt when it last asked for something, to within ten seconds
 */
public record DeskSession(
        UUID id,
        String agentKey,
        String person,
        String name,
        String browser,
        String network,
        Instant since,
        Instant seenAt) {

    /** Under this name a browser's session holds the id of its own. */
    public static final String ATTRIBUTE = "desk-session";

    /** Why one ended. */
    public enum Ending {
        /** The agent signed in at more places than the settings allow. */
        TOO_MANY(true),
        BY_ADMINISTRATOR(true),
        /** The agent ended it from another place. */
        BY_ONESELF(true),
        BROWSER_CHANGED(true),
        NETWORK_CHANGED(true),
        SIGNED_OUT(false),
        SIGNED_OUT_ELSEWHERE(false),
        SIGNED_IN_ANEW(false),
        IDLE(false),
        TOO_OLD(false),
        /** Nothing is known of it. */
        NOT_KNOWN(false);

        private final boolean surprising;

        Ending(boolean surprising) {
            this.surprising = surprising;
        }

        /** Whether the agent must be told why, because they did not bring it about. */
        public boolean isSurprising() {
            return surprising;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
