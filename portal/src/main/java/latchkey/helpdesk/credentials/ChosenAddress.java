package latchkey.helpdesk.credentials;

/** Which address on file a reset goes to, by its handle. */
record ChosenAddress(String handle) {}
