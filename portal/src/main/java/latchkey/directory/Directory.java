package latchkey.directory;

import java.util.List;

/** One directory of customers, with what can be done in it. */
public interface Directory {

    DirectoryId id();

    /** What pages call it. */
    String name();

    DirectoryKind kind();

    Customers customers();

    Profiles profiles();

    Passwords passwords();

    SignIns signIns();

    Methods methods();

    /** Every attribute that pages may show, built-in ones first; cached, so it costs a call only now and then. */
    List<AttributeDefinition> attributes();

    /** The custom attributes that the settings call fit for finding a customer, the customer number first; may be none. */
    List<AttributeDefinition> identifyingAttributes();

    /** Whether something can be done here, and if not, why. */
    Capability capability(CapabilityName name);

    /** The names whose absence pages explain instead of failing after the click. */
    enum CapabilityName {
        METHODS,
        RESET_PASSWORD,
        REVOKE_SESSIONS,
        BLOCK_SIGN_IN,
        ADVANCED_SEARCH
    }

    /** There, or missing for a reason (a key of the message catalogue). */
    sealed interface Capability {
        /** It can be done. */
        record Available() implements Capability {}

        /** It cannot be done here. */
        record Missing(String reason) implements Capability {}
    }
}
