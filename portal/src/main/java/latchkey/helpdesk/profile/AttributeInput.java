package latchkey.helpdesk.profile;

import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * An attribute in the form.
 *
 * @param definition what it may hold
 * @param value what the input shows
 * @param broken the rule that the value breaks, null when it breaks none
 */
public record AttributeInput(
        AttributeDefinition definition,
        String value,
        @Nullable Broken broken) {

    /** Name of the input. */
    public String field() {
        return ProfilePage.VALUE + definition.key().name();
    }

    /** Which sort of input shows it. */
    public String kind() {
        return switch (definition.type()) {
            case TEXT, BYTES -> "text";
            case FLAG -> "flag";
            case WHOLE, LARGE_WHOLE -> "number";
            case MOMENT -> "moment";
            case TEXTS -> "lines";
        };
    }

    public boolean isRequired() {
        return definition.key().equals(AttributeKey.DISPLAY_NAME);
    }
}
