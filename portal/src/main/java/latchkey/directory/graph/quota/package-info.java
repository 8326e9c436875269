/** Keeps every call within the budgets that Graph grants an app in a tenant, shared by all nodes. */
@NullMarked
package latchkey.directory.graph.quota;

import org.jspecify.annotations.NullMarked;
