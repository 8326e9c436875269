package latchkey.directory;

/**
 * What ties the answer of a sign-in to the browser that began it (RFC 9700 §2.1).
 *
 * @param state comes back with the browser
 * @param nonce comes back in the token
 * @param verifier shows that whoever fetches the token began it (RFC 7636)
 */
public record SignInTie(String state, String nonce, String verifier) {

    @Override
    public String toString() {
        return "(tie)";
    }
}
