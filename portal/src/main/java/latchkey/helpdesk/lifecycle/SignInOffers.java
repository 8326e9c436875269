package latchkey.helpdesk.lifecycle;

import java.util.List;
import latchkey.access.Permission;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.helpdesk.customer.CustomerAction;
import latchkey.helpdesk.customer.Viewing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers blocking to customers who can sign in, and unblocking to those who are blocked. */
@Configuration(proxyBeanMethods = false)
class SignInOffers {

    @Bean
    CustomerAction blockOffer() {
        return new SignInOffer(BlockSignIn.NAME, 400, Permission.BLOCK_SIGN_IN, CustomerAction.Weight.GRAVE, true);
    }

    @Bean
    CustomerAction unblockOffer() {
        return new SignInOffer(
                UnblockSignIn.NAME, 300, Permission.UNBLOCK_SIGN_IN, CustomerAction.Weight.ORDINARY, false);
    }

    /** One of the two; {@code whenEnabled} says for which customers. */
    record SignInOffer(String key, int order, Permission permission, Weight weight, boolean whenEnabled)
            implements CustomerAction {

        @Override
        public Offer offer(Viewing viewing) {
            return switch (viewing.directory().capability(CapabilityName.BLOCK_SIGN_IN)) {
                case Capability.Missing missing -> new Offer.NotPossible(missing.reason(), List.of());
                case Capability.Available available ->
                    viewing.customer().enabled() == whenEnabled
                            ? new Offer.Possible(available.doubt())
                            : new Offer.Pointless();
            };
        }
    }
}
