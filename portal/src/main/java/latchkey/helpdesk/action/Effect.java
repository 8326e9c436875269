package latchkey.helpdesk.action;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.audit.Announcement;

/** What of an account an action changes; rules across actions speak of these and not of single actions. */
public enum Effect {
    PASSWORD,
    METHODS,
    SIGN_IN_NAMES,
    /** Where codes, links and notices go. */
    ADDRESSES,
    PROFILE,
    UNBLOCKED,
    BLOCKED,
    SESSIONS;

    /** The fact under which the trail tells the effects of a change. */
    public static final String FACT = "effects";

    private static final String ATTRIBUTES = "attributes";

    private static final Set<String> ADDRESS_ATTRIBUTES =
            Set.of("mail", "othermail", "othermails", "mobile", "mobilephone");

    private static final Set<Effect> INTO_THE_ACCOUNT =
            EnumSet.of(PASSWORD, METHODS, SIGN_IN_NAMES, ADDRESSES, UNBLOCKED);

    /** Those of the effects that lead somebody into the account. */
    static Set<Effect> leadingIn(Set<Effect> effects) {
        var leading = EnumSet.copyOf(INTO_THE_ACCOUNT);
        leading.retainAll(effects);
        return leading;
    }

    /** What changing this attribute means, named as the directory or its log names it. */
    public static Effect ofAttribute(String name) {
        return ADDRESS_ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT)) ? ADDRESSES : PROFILE;
    }

    /** The effects as a fact for the trail. */
    public static String fact(Collection<Effect> effects) {
        return effects.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** What the trail says of a change: its effects, or those of the attributes that it names. */
    static Set<Effect> told(Announcement announcement) {
        var effects = EnumSet.noneOf(Effect.class);
        listed(announcement, FACT).forEach(name -> known(name).forEach(effects::add));
        listed(announcement, ATTRIBUTES).map(Effect::ofAttribute).forEach(effects::add);
        return effects;
    }

    private static Stream<String> listed(Announcement announcement, String fact) {
        var names = announcement.facts().getOrDefault(fact, "");
        return Arrays.stream(names.split("[,\\s]+")).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Entries of other versions may name effects that this one does not know. */
    private static Stream<Effect> known(String name) {
        return Arrays.stream(values()).filter(effect -> effect.name().equals(name));
    }
}
