package latchkey.audit;

/**
 * Tampers in every way at many places, and leaves as many trails alone. Prints how many kinds there are, how often a verifier was
 * asked about a changed trail, how often it was wrong, and the same of trails that nobody touched. Arguments: the seed, places of
 * each kind, untouched trails.
 */
public final class TamperProbe {

    private TamperProbe() {}

    public static void main(String[] arguments) {
        var seed = Long.parseLong(arguments[0]);
        var changed = new TamperProof(seed);
        for (var kind : Tampering.values()) {
            changed.tamper(kind, Integer.parseInt(arguments[1]));
        }
        var untouched = new TamperProof(seed).leaveAlone(Integer.parseInt(arguments[2]));
        changed.wrong().forEach(System.err::println);
        untouched.wrong().forEach(System.err::println);
        System.out.println(Tampering.values().length);
        System.out.println(changed.tried());
        System.out.println(changed.wrong().size());
        System.out.println(untouched.tried());
        System.out.println(untouched.wrong().size());
    }
}
