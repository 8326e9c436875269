package latchkey.access.gate;

import latchkey.access.Permission;

/** What a page or an endpoint asks of those who come. */
sealed interface Rule {

    /** Nothing, on the port it belongs to. */
    record Anybody(Port port) implements Rule {}

    /** A role, any. */
    record AnyAgent() implements Rule {}

    /** One permission. */
    record Holders(Permission permission) implements Rule {}

    /** The impossible: the page never said whom it is for. */
    record Nobody() implements Rule {}
}
