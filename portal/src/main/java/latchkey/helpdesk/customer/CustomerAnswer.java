package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import latchkey.directory.AttributeValue;
import latchkey.directory.SignInName;
import org.jspecify.annotations.Nullable;

/**
 * A customer as programs get them.
 *
 * @param directory the directory's name in addresses
 * @param status whether they can sign in, as a code and as a sentence
 * @param halt what stops every action, null when nothing does
 * @param attributes those that have a value or are about to change
 * @param actions what the asker may do, and why something cannot be done
 */
record CustomerAnswer(
        String directory,
        String id,
        String displayName,
        Status status,
        @Nullable Protection protection,
        @Nullable Status halt,
        @Nullable Instant createdAt,
        @Nullable Instant sessionsValidFrom,
        List<Name> signInNames,
        List<Attribute> attributes,
        List<Action> actions) {

    static CustomerAnswer of(CustomerView view) {
        var customer = view.customer();
        return new CustomerAnswer(
                customer.id().directory().value(),
                customer.id().objectId().toString(),
                customer.displayName(),
                new Status(code(view.status().code()), view.sentence()),
                Protection.of(view.protection()),
                halt(view.halt()),
                customer.createdAt(),
                customer.sessionsValidFrom(),
                customer.signInNames().stream().map(Name::of).toList(),
                view.attributes().stream()
                        .filter(line -> !line.isEmpty())
                        .map(Attribute::of)
                        .toList(),
                view.actions().stream().map(Action::of).toList());
    }

    /** A code as programs read it: lower case with dashes. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Status halt(CustomerView.@Nullable Halt halt) {
        return halt == null ? null : new Status(halt.code(), halt.sentence());
    }

    /** A state of the customer for programs and for people. */
    record Status(String code, String sentence) {}

    /** Why and how the customer is protected from this agent; directory roles show only when an action is tried. */
    record Protection(String kind, String treatment, String sentence) {
        static @Nullable Protection of(@Nullable ProtectionView view) {
            return view == null
                    ? null
                    : new Protection(view.kind(), view.refused() ? "refuse" : "approval", view.sentence());
        }
    }

    /** A sign-in name, the generated one too. */
    record Name(String kind, String issuer, String value) {
        static Name of(SignInName name) {
            return new Name(code(name.kind()), name.issuer(), name.value());
        }
    }

    /**
     * An attribute.
     *
     * @param key the directory's name of it
     * @param value text, number, boolean, moment in UTC, base64 or list of texts; null when it is only about to have one
     * @param pending what was written and is not shown by the directory yet
     */
    record Attribute(
            String key,
            String label,
            String type,
            @Nullable Object value,
            @Nullable Pending pending) {
        static Attribute of(AttributeLine line) {
            var change = line.change();
            return new Attribute(
                    line.key(),
                    line.label(),
                    code(line.type()),
                    plain(line.value()),
                    change == null ? null : new Pending(plain(change.value()), change.since()));
        }
    }

    /**
     * A value on its way.
     *
     * @param value null when the attribute was cleared
     */
    record Pending(@Nullable Object value, Instant since) {}

    /**
     * An action.
     *
     * @param whyNot why it cannot be done, null when it can
     */
    record Action(String action, boolean possible, @Nullable String whyNot) {
        static Action of(ActionView view) {
            return new Action(view.key(), view.isPossible(), view.whyNot());
        }
    }

    private static @Nullable Object plain(@Nullable AttributeValue value) {
        return switch (value) {
            case null -> null;
            case AttributeValue.Text text -> text.text();
            case AttributeValue.Flag flag -> flag.on();
            case AttributeValue.Whole whole -> whole.number();
            case AttributeValue.Moment moment -> moment.instant();
            case AttributeValue.Bytes bytes -> bytes.base64();
            case AttributeValue.Texts texts -> texts.texts();
        };
    }
}
