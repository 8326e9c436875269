package latchkey.helpdesk.verification;

/**
 * Signing in to be shown a code, as one customer can go it.
 *
 * @param page where the caller signs in
 * @param gone whether they have proved themselves in this way already
 */
public record SignInWay(String page, boolean gone) {}
