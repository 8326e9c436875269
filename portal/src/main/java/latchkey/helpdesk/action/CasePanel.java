package latchkey.helpdesk.action;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import latchkey.access.Permission;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.CaseNote;
import latchkey.helpdesk.cases.CaseOutcome;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.customer.CustomerPanel;
import latchkey.helpdesk.customer.Viewing;
import latchkey.helpdesk.verification.Verifications;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The agent's open case on the customer page: why, since when, whether the caller is proved, notes, and its end. */
@Component
class CasePanel implements CustomerPanel {

    private final Cases cases;
    private final Verifications verifications;
    private final Clock clock;

    CasePanel(Cases cases, Verifications verifications, Clock clock) {
        this.cases = cases;
        this.verifications = verifications;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "case";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Permission permission() {
        return Permission.OPEN_CASE;
    }

    @Override
    public Optional<Content> show(Viewing viewing) {
        var under = cases.current(viewing.agent(), viewing.customerId());
        return Optional.of(new Content("action/case-panel", view(viewing, under)));
    }

    private View view(Viewing viewing, Optional<Case> under) {
        return new View(
                CustomerAddress.page(viewing.customerId()),
                under.orElse(null),
                under.flatMap(open -> verifications.current(open, viewing.agent()))
                        .map(VerifiedCaller::expiresAt)
                        .map(until -> MinutesLeft.until(until, clock.instant()))
                        .orElse(0L),
                under.map(cases::notes).orElseGet(List::of),
                List.of(CaseOutcome.values()),
                viewing.agent().may(Permission.VERIFY_CALLER));
    }

    /**
     * What the panel shows.
     *
     * @param at address of the customer's page
     * @param under the open case, null when there is none
     * @param minutesLeft how long the caller still counts as proved, 0 while they do not
     * @param notes what was written into the case
     * @param outcomes how it can end
     * @param mayVerify whether the agent may ask for proof
     */
    record View(
            String at,
            @Nullable Case under,
            long minutesLeft,
            List<CaseNote> notes,
            List<CaseOutcome> outcomes,
            boolean mayVerify) {}
}
