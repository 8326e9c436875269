package latchkey.helpdesk.action;

import java.util.Locale;
import latchkey.helpdesk.verification.Assurance;
import org.jspecify.annotations.Nullable;

/** What proof of the caller a change asks for, weakest first. */
enum ProofDemand {
    NOTHING,
    ONE,
    /** Two ways that do not depend on each other, or one and a second person's yes. */
    TWO_OR_APPROVAL,
    TWO;

    /** What heightened caution makes of it: whatever it was, a little more, and no yes replaces a proof. */
    ProofDemand raised() {
        return switch (this) {
            case NOTHING, ONE -> ONE;
            case TWO_OR_APPROVAL, TWO -> TWO;
        };
    }

    /** What becomes of it while the proof is only what the agent says: a yes or a second proof must stand beside it. */
    ProofDemand onlyStated() {
        return this == ONE ? TWO_OR_APPROVAL : this;
    }

    /** Whether that proof is as much as is asked for, without anybody's yes. */
    boolean isMetBy(@Nullable Assurance proof) {
        return switch (this) {
            case NOTHING -> true;
            case ONE -> proof != null;
            case TWO_OR_APPROVAL, TWO -> proof != null && proof.reaches(Assurance.TWO_METHODS);
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
