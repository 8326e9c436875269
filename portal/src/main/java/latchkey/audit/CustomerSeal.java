package latchkey.audit;

import java.util.Optional;
import java.util.UUID;

/** Seals values about a customer with the key of their entries in the trail: once it is destroyed, none of them opens. */
public interface CustomerSeal {

    /** The text, sealed for one row: moved to another one, it does not open. */
    byte[] seal(Subject customer, UUID row, String text);

    /** What was sealed for that row; empty when the customer's key was destroyed. */
    Optional<String> open(UUID row, byte[] sealed);
}
