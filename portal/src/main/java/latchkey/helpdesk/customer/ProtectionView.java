package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Locale;
import latchkey.helpdesk.protection.Protection;

/**
 * What protects a customer from this agent, as the page says it.
 *
 * @param kind such as {@code own-account}
 * @param refused whether no action is carried out, or otherwise each needs a second person
 * @param sentence in words
 */
record ProtectionView(String kind, boolean refused, String sentence) {

    static ProtectionView of(Protection protection, Wording wording, Locale locale) {
        var kind = protection.kind().code();
        var why = wording.say(Sentence.of("protection." + kind), locale);
        var how =
                wording.say(Sentence.of(protection.isRefused() ? "protection.refused" : "protection.approval"), locale);
        return new ProtectionView(
                kind,
                protection.isRefused(),
                wording.say(new Sentence(List.of("protection.both"), List.of(why, how)), locale));
    }
}
