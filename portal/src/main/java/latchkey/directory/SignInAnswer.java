package latchkey.directory;

/** What came of a sign-in. */
public sealed interface SignInAnswer {

    /** It was this customer. */
    record SignedIn(CustomerId customer) implements SignInAnswer {}

    /** The directory's answer does not show who it was. */
    record NotShown() implements SignInAnswer {}

    /** The directory's sign-in cannot be reached. */
    record Away() implements SignInAnswer {}
}
