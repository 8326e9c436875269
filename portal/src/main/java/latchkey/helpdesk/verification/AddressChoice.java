package latchkey.helpdesk.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address to choose.
 *
 * @param handle names it without saying it
 * @param masked for the caller to recognise it
 * @param waitsUntil until when nothing goes to it because it is new; null when it can be used
 */
public record AddressChoice(
        String handle, String masked, @Nullable Instant waitsUntil) {}
