package sandbox.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sandbox.journal.Kind;
import sandbox.state.Restorable;

/** The faults in force, the oldest first. */
@Component
public class Faults implements Restorable {

    private static final long SEED = 20_261_122L;

    private final CopyOnWriteArrayList<InForce> inForce = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Random dice = new Random(SEED);

    /**
     * Puts a fault in force and answers its id.
     *
     * @throws IllegalArgumentException saying what about it cannot work
     */
    public String add(Fault fault) {
        var id = "fault-" + count.incrementAndGet();
        inForce.add(new InForce(fault.checked(id)));
        return id;
    }

    public List<Fault> all() {
        return inForce.stream().map(InForce::present).toList();
    }

    /** False when no fault with this id is in force. */
    public boolean remove(String id) {
        return inForce.removeIf(fault -> id.equals(fault.fault.id()));
    }

    public void clear() {
        inForce.clear();
    }

    /** The fault that strikes this request, if any; a counted fault is used by asking. */
    public Optional<Fault> strike(Kind kind, String method, String path) {
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        return inForce.stream()
                .filter(candidate -> candidate.strikes(kind, method, path, dice))
                .findFirst()
                .map(struck -> {
                    if (struck.usedUp()) {
                        inForce.remove(struck);
                    }
                    return struck.fault;
                });
    }

    @Override
    public Runnable remember() {
        var then = all();
        return () -> {
            inForce.clear();
            then.forEach(fault -> inForce.add(new InForce(fault)));
        };
    }

    @Override
    public void reset() {
        clear();
        dice = new Random(SEED);
    }

    private static final class InForce {

        private final Fault fault;
        private final Pattern path;
        private final AtomicInteger left;

        InForce(Fault fault) {
            this.fault = fault;
            path = fault.pattern();
            left = new AtomicInteger(fault.count() == null ? Integer.MAX_VALUE : fault.count());
        }

        boolean strikes(Kind kind, String method, String asked, Random dice) {
            return fault.fits(kind, method)
                    && path.matcher(asked).find()
                    && dice.nextDouble() < fault.probability()
                    && (fault.count() == null || left.getAndDecrement() > 0);
        }

        boolean usedUp() {
            return left.get() <= 0;
        }

        Fault present() {
            return fault.count() == null ? fault : fault.left(left.get());
        }
    }
}
