package latchkey.helpdesk.credentials;

import java.util.List;
import latchkey.access.Permission;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.helpdesk.customer.CustomerAction;
import latchkey.helpdesk.customer.Viewing;
import org.springframework.stereotype.Component;

/** Offers a password reset to customers who have a password here. */
@Component
class ResetPasswordOffer implements CustomerAction {

    @Override
    public String key() {
        return ResetPassword.NAME;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Permission permission() {
        return Permission.RESET_PASSWORD;
    }

    @Override
    public Weight weight() {
        return Weight.MAIN;
    }

    @Override
    public Offer offer(Viewing viewing) {
        return switch (viewing.directory().capability(CapabilityName.RESET_PASSWORD)) {
            case Capability.Missing missing -> new Offer.NotPossible(missing.reason(), List.of());
            case Capability.Available available ->
                LocalSignIn.isOf(viewing.customer())
                        ? new Offer.Possible(available.doubt())
                        : new Offer.NotPossible(LocalSignIn.REASON, List.of());
        };
    }
}
