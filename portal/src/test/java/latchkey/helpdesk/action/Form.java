package latchkey.helpdesk.action;

import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.CaseOpening;
import latchkey.testing.HelpDesk;

/** A form on its way to the desk, with one thing after the other bent. */
record Form<C>(Submission<C> is) {

    Form<C> sentTo(CustomerId customer) {
        return new Form<>(new Submission<>(
                is.agent(),
                customer,
                is.openedFor(),
                is.caseId(),
                is.opening(),
                is.seen(),
                is.confirmed(),
                is.command()));
    }

    Form<C> openedFor(CustomerId customer) {
        return new Form<>(new Submission<>(
                is.agent(),
                is.customer(),
                customer,
                is.caseId(),
                is.opening(),
                is.seen(),
                is.confirmed(),
                is.command()));
    }

    Form<C> under(UUID caseId) {
        return new Form<>(new Submission<>(
                is.agent(),
                is.customer(),
                is.openedFor(),
                caseId,
                is.opening(),
                is.seen(),
                is.confirmed(),
                is.command()));
    }

    Form<C> withoutCase() {
        return new Form<>(new Submission<>(
                is.agent(), is.customer(), is.openedFor(), null, null, is.seen(), is.confirmed(), is.command()));
    }

    Form<C> opening(CaseOpening opening) {
        return new Form<>(new Submission<>(
                is.agent(), is.customer(), is.openedFor(), null, opening, is.seen(), is.confirmed(), is.command()));
    }

    Form<C> seen(String seen) {
        return new Form<>(new Submission<>(
                is.agent(),
                is.customer(),
                is.openedFor(),
                is.caseId(),
                is.opening(),
                seen,
                is.confirmed(),
                is.command()));
    }

    Form<C> confirmed(String confirmed) {
        return new Form<>(new Submission<>(
                is.agent(),
                is.customer(),
                is.openedFor(),
                is.caseId(),
                is.opening(),
                is.seen(),
                confirmed,
                is.command()));
    }

    Result send(HelpDesk desk, Sample<?> sample) {
        return desk.bean(ActionOrder.class).carryOut(asSame(sample.action()), is);
    }

    /** A form belongs to the sample it was made from. */
    @SuppressWarnings("unchecked")
    private Action<C> asSame(Action<?> action) {
        return (Action<C>) action;
    }
}
