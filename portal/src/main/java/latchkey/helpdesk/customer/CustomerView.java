package latchkey.helpdesk.customer;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latchkey.directory.Customer;
import org.jspecify.annotations.Nullable;

/**
 * A customer as page and endpoint show them, in the reader's language.
 *
 * @param customer as the directory shows them
 * @param directory what the desk calls the directory
 * @param status whether they can sign in
 * @param sentence the status in words
 * @param protection why and how the customer is protected from this agent; null when they are not, as far as the page knows
 * @param halt what stops every action, said before anything else; null when nothing does
 * @param attributes with and without values
 * @param actions what this agent may do
 * @param panels contributed by other modules
 * @param since when the account was made, null when the directory does not tell
 * @param sessionsSince sessions from before this moment are over
 */
record CustomerView(
        Customer customer,
        String directory,
        SignInStatus status,
        String sentence,
        @Nullable ProtectionView protection,
        @Nullable Halt halt,
        List<AttributeLine> attributes,
        List<ActionView> actions,
        List<PanelView> panels,
        @Nullable String since,
        @Nullable String sessionsSince) {

    /**
     * What stops every action.
     *
     * @param code of the problem
     * @param sentence for people
     * @param path where this agent can end it, null when they cannot
     */
    record Halt(String code, String sentence, @Nullable String path) {}

    /** The same page with one panel filled. */
    CustomerView with(PanelView filled) {
        var others = panels.stream()
                .map(panel -> panel.key().equals(filled.key()) ? filled : panel)
                .toList();
        return new CustomerView(
                customer,
                directory,
                status,
                sentence,
                protection,
                halt,
                attributes,
                actions,
                others,
                since,
                sessionsSince);
    }

    /** Enough of the name to tell tabs apart and too little for the browser's history to name a person. */
    public String initials() {
        return Pattern.compile("\\s+")
                .splitAsStream(customer.displayName().strip())
                .filter(word -> !word.isEmpty())
                .limit(3)
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(Collectors.joining());
    }

    public List<SignInNameLine> signInNames() {
        return SignInNameLine.of(customer);
    }

    public List<SignInNameLine> generatedNames() {
        return SignInNameLine.generated(customer);
    }

    public List<AttributeLine> builtIn() {
        return attributes(line -> !line.custom() && !line.isEmpty());
    }

    public List<AttributeLine> custom() {
        return attributes(line -> line.custom() && !line.isEmpty());
    }

    public List<AttributeLine> emptyBuiltIn() {
        return attributes(line -> !line.custom() && line.isEmpty());
    }

    public List<AttributeLine> emptyCustom() {
        return attributes(line -> line.custom() && line.isEmpty());
    }

    public boolean anyPossible() {
        return actions.stream().anyMatch(ActionView::isPossible);
    }

    /** Those with a reason of their own; a protection is said once. */
    public List<ActionView> impossible() {
        return protection != null && protection.refused() ? List.of() : unoffered();
    }

    private List<ActionView> unoffered() {
        return actions.stream().filter(action -> !action.isPossible()).toList();
    }

    public List<ActionView> doubtful() {
        return actions.stream().filter(action -> action.doubt() != null).toList();
    }

    public List<PanelView> mainPanels() {
        return panels.stream().filter(PanelView::inMain).toList();
    }

    public List<PanelView> sidePanels() {
        return panels.stream().filter(panel -> !panel.inMain()).toList();
    }

    private List<AttributeLine> attributes(Predicate<AttributeLine> chosen) {
        return attributes.stream().filter(chosen).toList();
    }
}
