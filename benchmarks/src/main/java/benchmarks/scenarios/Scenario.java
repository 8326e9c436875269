package benchmarks.scenarios;

import benchmarks.measure.Row;
import java.util.List;

/** Something measured against a running portal and sandbox. */
public interface Scenario {

    /** The name it is asked for by. */
    String name();

    List<Row> run(Stage stage);
}
