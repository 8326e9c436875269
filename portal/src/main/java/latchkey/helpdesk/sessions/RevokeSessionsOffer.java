package latchkey.helpdesk.sessions;

import java.util.List;
import latchkey.access.Permission;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.helpdesk.customer.CustomerAction;
import latchkey.helpdesk.customer.Viewing;
import org.springframework.stereotype.Component;

/** Offers to end sessions wherever the directory can. */
@Component
class RevokeSessionsOffer implements CustomerAction {

    @Override
    public String key() {
        return RevokeSessions.NAME;
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public Permission permission() {
        return Permission.REVOKE_SESSIONS;
    }

    @Override
    public Weight weight() {
        return Weight.GRAVE;
    }

    @Override
    public Offer offer(Viewing viewing) {
        return switch (viewing.directory().capability(CapabilityName.REVOKE_SESSIONS)) {
            case Capability.Available available -> new Offer.Possible(available.doubt());
            case Capability.Missing missing -> new Offer.NotPossible(missing.reason(), List.of());
        };
    }
}
