package latchkey.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    Scan scan();

    /** Every attribute that pages may show, built-in ones first; cached, so it costs a call only now and then. */
    List<AttributeDefinition> attributes();

    /** The attribute that settings call by that short name; a built-in one goes before a custom one of the same name. */
    default Optional<AttributeDefinition> attribute(String shortName) {
        return attributes().stream()
                .filter(attribute -> attribute.key().shortName().equals(shortName))
                .min(Comparator.comparing(attribute -> attribute.key().isCustom()));
    }

    /** The custom attributes that the settings call fit for finding a customer, the customer number first; may be none. */
    List<AttributeDefinition> identifyingAttributes();

    /** What can be done here; found out now and then, so it seldom costs a call. */
    Capabilities capabilities();

    /** Whether something can be done here, and if not, why. */
    default Capability capability(CapabilityName name) {
        return capabilities().of(name);
    }

    /** The names whose absence pages explain instead of failing after the click. */
    enum CapabilityName {
        METHODS,
        EDIT_ATTRIBUTES,
        RESET_PASSWORD,
        REVOKE_SESSIONS,
        BLOCK_SIGN_IN,
        ADVANCED_SEARCH
    }

    /** There, or missing for a reason (a key of the message catalogue). */
    sealed interface Capability {
        /**
         * It can be done, as far as anybody knows.
         *
         * @param doubt why that is not certain (a key of the message catalogue); null when it is
         */
        record Available(@Nullable String doubt) implements Capability {

            /** It can be done for certain. */
            public Available() {
                this(null);
            }
        }

        /** It cannot be done here. */
        record Missing(String reason) implements Capability {}
    }
}
