package sandbox.people;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import sandbox.settings.Dataverse;
import sandbox.settings.Settings;
import sandbox.settings.StartUp;
import sandbox.settings.Webhook;
import sandbox.tenants.Tenants;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures a crowd within the sandbox; {@code main} prints what as many customers need as its argument says. What was
 * measured stands in docs/performance.md.
 */
public final class LargeCrowd {

    private static final int LOOK_UPS = 100_000;
    private static final int USERS = 50_000;
    private static final int PAGE = 999;

    private LargeCrowd() {}

    /** Makes as many customers as the first argument says, and tells of them. */
    public static void main(String[] arguments) {
        var begun = System.nanoTime();
        try (var parts = parts(Integer.parseInt(arguments[0]))) {
            System.out.printf(
                    "there after %.1f s, %.1f s of them processor time%n",
                    (System.nanoTime() - begun) / 1e9,
                    ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
            System.out.printf("live heap %,d MB%n", usedBytes() / 1_000_000);
            var directory = parts.getBean(Directories.class).of(Tenants.CUSTOMERS);
            pages(directory);
            var users = some(directory);
            tell("by id", users, user -> directory.user(user.id(), null).orElseThrow());
            tell(
                    "by principal name",
                    users,
                    user -> directory.named(user.principalName(), null).orElseThrow());
            tell("by identity", users, user -> found(directory, user));
            tell("by custom attribute", users, user -> number(directory, user));
        }
    }

    /** The parts of a sandbox that hold people, without its doors. */
    static AnnotationConfigApplicationContext parts(int customers) {
        var parts = new AnnotationConfigApplicationContext();
        var settings = new Settings(0, 0, 0, false, false, "", "", "", false, 0, Webhook.USUAL, Dataverse.USUAL, false);
        parts.registerBean(StartUp.class, () -> new StartUp(customers, 1, false, false, null, settings));
        parts.registerBean(JsonMapper.class, () -> new JsonMapper());
        parts.scan("sandbox.tenants", "sandbox.clock");
        parts.register(History.class, Seed.class, Directories.class, Contacts.class);
        parts.refresh();
        return parts;
    }

    /** The user with this one's sign-in name. */
    static User found(Directory directory, User user) {
        return directory
                .users(directory.known(user.identities().getFirst().issuerAssignedId(), null), null)
                .findFirst()
                .orElseThrow();
    }

    /** The user with this one's customer number. */
    static User number(Directory directory, User user) {
        var attribute = Tenants.EXTENSIONS_APP.attribute("CustomerNumber");
        return directory
                .users(directory.holders(attribute, String.valueOf(user.text(attribute)), null), null)
                .findFirst()
                .orElseThrow();
    }

    /** Walks through everybody as a list does, and tells whether the last pages took longer than the first. */
    private static void pages(Directory directory) {
        var nanos = new ArrayList<Long>();
        var last = "";
        for (var size = PAGE; size == PAGE; ) {
            var before = System.nanoTime();
            var page = directory.usersAfter(last, null).limit(PAGE).toList();
            nanos.add(System.nanoTime() - before);
            size = page.size();
            last = page.isEmpty() ? last : page.getLast().id();
        }
        var tenth = Math.max(1, nanos.size() / 10);
        System.out.printf(
                "%,d pages of %d: a page of the second tenth took %.1f ms, one of the last %.1f ms%n",
                nanos.size(),
                PAGE,
                average(nanos.subList(Math.min(tenth, nanos.size() - 1), Math.min(2 * tenth, nanos.size()))),
                average(nanos.subList(nanos.size() - tenth, nanos.size())));
    }

    private static double average(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(0) / 1e6;
    }

    private static List<User> some(Directory directory) {
        var random = new SplittableRandom(2);
        return IntStream.range(0, USERS)
                .mapToObj(any -> directory.usersAfter(Anybody.id(random), null).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static void tell(String how, List<User> users, Consumer<User> lookUp) {
        var random = new SplittableRandom(1);
        var nanos = new long[LOOK_UPS];
        for (var i = 0; i < LOOK_UPS; i++) {
            var user = users.get(random.nextInt(users.size()));
            if (!user.identities().getFirst().signInType().equals(Identity.PRINCIPAL_NAME)) {
                var before = System.nanoTime();
                lookUp.accept(user);
                nanos[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.1f, 99 of 100 under %.1f, longest %.1f microseconds%n",
                how, nanos[LOOK_UPS / 2] / 1e3, nanos[LOOK_UPS / 100 * 99] / 1e3, nanos[LOOK_UPS - 1] / 1e3);
    }

    private static long usedBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
