package latchkey.helpdesk.customer;

import org.jspecify.annotations.Nullable;

/**
 * An action as the page offers it.
 *
 * @param key its name in addresses and messages
 * @param weight how it looks among the others
 * @param whyNot why it cannot be done, null when it can
 * @param doubt why the directory may still refuse it, null when nothing speaks against it
 */
record ActionView(
        String key,
        CustomerAction.Weight weight,
        @Nullable String whyNot,
        @Nullable String doubt) {

    public String style() {
        return switch (weight) {
            case MAIN -> "primary";
            case ORDINARY -> "";
            case GRAVE -> "grave";
        };
    }

    public boolean isPossible() {
        return whyNot == null;
    }
}
