package latchkey.helpdesk.customer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import latchkey.helpdesk.customer.CustomerAction.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The actions that modules contribute, as far as this agent may do them. */
@Component
class Actions {

    private final List<CustomerAction> actions;
    private final Wording wording;

    Actions(List<CustomerAction> actions, Wording wording) {
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(CustomerAction::order))
                .toList();
        this.wording = wording;
    }

    List<ActionView> offered(Viewing viewing, @Nullable ProtectionView protection) {
        return actions.stream()
                .filter(action -> viewing.agent().may(action.permission()))
                .flatMap(action -> offered(action, viewing).stream())
                .map(action -> protection != null && protection.refused() ? refused(action, protection) : action)
                .toList();
    }

    private static ActionView refused(ActionView action, ProtectionView protection) {
        return new ActionView(action.key(), action.weight(), protection.sentence(), null);
    }

    /** What the agent might do otherwise, each with why it cannot be done now. */
    List<ActionView> stopped(Viewing viewing, Standstill.Stop stop) {
        var why = wording.say(Sentence.of("customer.stopped." + stop.problem().code()), viewing.locale());
        return offered(viewing, null).stream()
                .map(action -> new ActionView(action.key(), action.weight(), why, null))
                .toList();
    }

    private Optional<ActionView> offered(CustomerAction action, Viewing viewing) {
        return switch (action.offer(viewing)) {
            case Offer.Possible possible ->
                Optional.of(new ActionView(action.key(), action.weight(), null, doubt(possible, viewing)));
            case Offer.NotPossible refused ->
                Optional.of(new ActionView(action.key(), action.weight(), reason(refused, viewing), null));
            case Offer.Pointless pointless -> Optional.empty();
        };
    }

    private @Nullable String doubt(Offer.Possible possible, Viewing viewing) {
        return possible.doubt() == null ? null : wording.say(Sentence.of(possible.doubt()), viewing.locale());
    }

    private String reason(Offer.NotPossible refused, Viewing viewing) {
        return wording.say(new Sentence(List.of(refused.message()), refused.arguments()), viewing.locale());
    }
}
