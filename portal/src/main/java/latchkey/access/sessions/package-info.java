/** The sessions of agents: how many, what they are bound to, and what ends them. */
@NullMarked
package latchkey.access.sessions;

import org.jspecify.annotations.NullMarked;
