package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latchkey.helpdesk.customer.PendingChanges.PendingChange;
import latchkey.helpdesk.protection.Protections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is known about a customer into the reader's words. */
@Component
class CustomerViews {

    private final AttributeLines attributes;
    private final Actions actions;
    private final Wording wording;
    private final Moments moments;
    private final Protections protections;
    private final Standstills standstills;

    CustomerViews(
            AttributeLines attributes,
            Actions actions,
            Protections protections,
            Wording wording,
            Moments moments,
            Standstills standstills) {
        this.standstills = standstills;
        this.attributes = attributes;
        this.actions = actions;
        this.protections = protections;
        this.wording = wording;
        this.moments = moments;
    }

    CustomerView of(Viewing viewing, List<PendingChange> pending, Optional<Block> block, List<PanelView> panels) {
        var customer = viewing.customer();
        var locale = viewing.locale();
        var status = SignInStatus.of(customer, pending, block);
        var protection = protections
                .known(viewing.agent(), viewing.directory(), customer)
                .map(found -> ProtectionView.of(found, wording, locale))
                .orElse(null);
        var halt = standstills.of(customer.id());
        var offered =
                halt.map(stop -> actions.stopped(viewing, stop)).orElseGet(() -> actions.offered(viewing, protection));
        return new CustomerView(
                customer,
                viewing.directory().name(),
                status,
                wording.say(status.sentence(), locale),
                protection,
                halt.map(stop -> halt(stop, viewing)).orElse(null),
                attributes.of(customer, viewing.directory().attributes(), pending, locale),
                offered,
                panels,
                full(customer.createdAt(), locale),
                full(customer.sessionsValidFrom(), locale));
    }

    private CustomerView.Halt halt(Standstill.Stop stop, Viewing viewing) {
        var sentence = wording.say(new Sentence(List.of(stop.message()), stop.arguments()), viewing.locale());
        var path = viewing.agent().may(stop.permission()) ? stop.path() : null;
        return new CustomerView.Halt(stop.problem().code(), sentence, path);
    }

    private @Nullable String full(@Nullable Instant instant, Locale locale) {
        return instant == null ? null : moments.full(instant, locale);
    }
}
