package latchkey.helpdesk.credentials;

/** Fewest and most characters of a password. */
public record PasswordLengths(int shortest, int longest) {}
