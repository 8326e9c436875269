package latchkey.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that was given up.
 *
 * @param id in the outbox; also its Message-ID
 * @param template which mail it was
 * @param givenUpAt when
 * @param failure the mail server's own words
 */
public record UndeliveredMail(UUID id, String template, Instant givenUpAt, String failure) {}
