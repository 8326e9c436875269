package benchmarks.proofs.synccrash;

import benchmarks.ground.SandboxControl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits contacts: half of the edits go to a few hot ones, some put back what was there before. */
final class Editor {

    private static final int HOT = 6;

    private final SandboxControl control;
    private final List<SandboxControl.Person> pool;
    private final Random random;
    private final String mark;
    private final Map<String, Map<String, String>> before = new HashMap<>();
    private final Map<String, Map<String, String>> last = new HashMap<>();
    private int made;

    Editor(SandboxControl control, List<SandboxControl.Person> pool, Random random, String mark) {
        this.control = control;
        this.pool = pool;
        this.random = random;
        this.mark = mark;
    }

    int made() {
        return made;
    }

    void edit(int count) {
        for (var i = 0; i < count; i++) {
            edit();
        }
    }

    void edit() {
        var contact = pool.get(random.nextInt(random.nextBoolean() ? HOT : pool.size()))
                .contact();
        var columns = columns(contact);
        control.editContact(contact, columns);
        var old = last.put(contact, columns);
        if (old != null) {
            before.put(contact, old);
        }
        made++;
    }

    private Map<String, String> columns(String contact) {
        var back = before.get(contact);
        if (back != null && random.nextInt(8) == 0) {
            return back;
        }
        var value = mark + "-" + made;
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("firstname", "F" + value);
            case 1 -> Map.of("firstname", "F" + value, "lastname", "L" + value);
            case 2 ->
                Map.of(
                        "lastname",
                        "L" + value,
                        "emailaddress1",
                        value.toLowerCase(java.util.Locale.ROOT) + "@proof.example");
            default -> Map.of("lastname", "L" + value);
        };
    }
}
