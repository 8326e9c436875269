package benchmarks;

/** Runs the load scenarios by name. */
public class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.out.println("No scenario named.");
    }
}
