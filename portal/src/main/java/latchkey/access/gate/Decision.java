package latchkey.access.gate;

import java.io.Serializable;
import latchkey.access.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationResult;

/**
 * Yes, or no with its reason.
 *
 * @param refusal why not; null for yes
 */
record Decision(@Nullable Reason refusal) implements AuthorizationResult, Serializable {

    static final Decision YES = new Decision(null);

    static Decision no(Reason reason) {
        return new Decision(reason);
    }

    @Override
    public boolean isGranted() {
        return refusal == null;
    }
}
