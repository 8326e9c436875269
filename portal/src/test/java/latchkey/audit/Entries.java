package latchkey.audit;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trail with some entries, for tests of what reads it. */
public final class Entries implements AutoCloseable {

    private final TrailGround ground;

    private Entries(TrailGround ground) {
        this.ground = ground;
    }

    public static Entries in(Path folder) {
        return new Entries(TrailGround.in(folder));
    }

    public void write(int entries) {
        ground.trail()
                .announceAll(IntStream.range(0, entries)
                        .mapToObj(number -> TrailGround.resetOf(TrailGround.JAN))
                        .toList());
    }

    public JdbcClient jdbc() {
        return ground.database().jdbc();
    }

    @Override
    public void close() {
        ground.close();
    }
}
