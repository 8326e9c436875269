package latchkey.helpdesk.verification;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;

/** Proof that the caller is the customer; only this package makes it, and actions that need it ask for it. */
public final class VerifiedCaller {

    private final UUID verification;
    private final UUID caseId;
    private final CustomerId customer;
    private final String agent;
    private final String method;
    private final Assurance assurance;
    private final Instant expiresAt;

    VerifiedCaller(Verification proven, Assurance assurance, Instant expiresAt) {
        this.verification = proven.id();
        this.caseId = proven.caseId();
        this.customer = proven.customer();
        this.agent = proven.agent();
        this.method = proven.method();
        this.assurance = assurance;
        this.expiresAt = expiresAt;
    }

    public UUID verification() {
        return verification;
    }

    public UUID caseId() {
        return caseId;
    }

    public CustomerId customer() {
        return customer;
    }

    /** Key of the agent who saw the proof. */
    public String agent() {
        return agent;
    }

    public String method() {
        return method;
    }

    public Assurance assurance() {
        return assurance;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
