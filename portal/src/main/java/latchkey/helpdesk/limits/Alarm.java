package latchkey.helpdesk.limits;

import java.time.Instant;

/**
 * An agent who reached a limit; told once an hour.
 *
 * @param agent the agent, for people to read
 * @param limit which limit, such as {@code customers}
 * @param at when
 * @param until when it goes on for them
 */
record Alarm(String agent, String limit, Instant at, Instant until) {}
