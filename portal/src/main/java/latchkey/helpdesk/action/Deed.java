package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an account, or may have been.
 *
 * @param effects what it changed
 * @param by key of the agent, null when it was somebody else
 * @param at when
 */
record Deed(Set<Effect> effects, @Nullable String by, Instant at) {}
