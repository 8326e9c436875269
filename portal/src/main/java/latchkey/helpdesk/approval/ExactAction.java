package latchkey.helpdesk.approval;

import java.util.regex.Pattern;

/**
 * One exact action by its SHA-256 in hexadecimal: the action, the customer, what was there before and what will be
 * there after. Whatever is changed, it is another one.
 */
public record ExactAction(String hash) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ExactAction {
        if (!FORM.matcher(hash).matches()) {
            throw new IllegalArgumentException("an exact action is named by 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return hash;
    }
}
