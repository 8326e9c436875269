package sandbox.tenants;

/** The seed file cannot be used; the message says where and why. */
public final class WrongSeedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSeedFile(String where, String why) {
        super(where + ": " + why);
    }
}
