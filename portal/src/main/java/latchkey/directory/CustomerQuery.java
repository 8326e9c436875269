package latchkey.directory;

/** A question that finds customers and that every directory can answer without advanced queries (facts §4.3). */
public sealed interface CustomerQuery {

    /** Exact, on every local sign-in name of that kind. */
    record BySignInName(SignInName.Kind kind, String value) implements CustomerQuery {}

    /** Exact, on the contact addresses {@code mail} and {@code otherMails}. */
    record ByMailAddress(String address) implements CustomerQuery {}

    /** Exact, on a custom attribute of type text. */
    record ByAttribute(AttributeKey key, String value) implements CustomerQuery {}

    /** The beginning of display name, given name, surname or mail. */
    record ByNamePrefix(String prefix) implements CustomerQuery {}
}
