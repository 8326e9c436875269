package latchkey.helpdesk.credentials;

import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets a customer choose a password once.
 *
 * @param id its key
 * @param customer whose password
 * @param caseId the case it was sent under
 * @param caseReason why
 * @param ticket reference into another system
 */
record ResetLink(
        UUID id,
        CustomerId customer,
        UUID caseId,
        String caseReason,
        @Nullable String ticket) {}
