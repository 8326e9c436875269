package latchkey.helpdesk.profile;

import java.util.List;
import latchkey.access.Permission;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.helpdesk.customer.CustomerAction;
import latchkey.helpdesk.customer.Viewing;
import org.springframework.stereotype.Component;

/** Offers to edit attributes of every customer. */
@Component
class EditAttributesOffer implements CustomerAction {

    @Override
    public String key() {
        return EditAttributes.NAME;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Permission permission() {
        return Permission.EDIT_ATTRIBUTES;
    }

    @Override
    public Weight weight() {
        return Weight.ORDINARY;
    }

    @Override
    public Offer offer(Viewing viewing) {
        return switch (viewing.directory().capability(CapabilityName.EDIT_ATTRIBUTES)) {
            case Capability.Missing missing -> new Offer.NotPossible(missing.reason(), List.of());
            case Capability.Available available -> new Offer.Possible(available.doubt());
        };
    }
}
