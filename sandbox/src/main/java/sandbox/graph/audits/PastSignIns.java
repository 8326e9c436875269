package sandbox.graph.audits;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sandbox.graph.audits.SignIn.Device;
import sandbox.people.Staff;
import sandbox.tenants.Tenants;

/** How the people with stories, and the employees, signed in during the week before the start. */
final class PastSignIns {

    private final Instant now;
    private final List<SignIn> all = new ArrayList<>();

    private PastSignIns(Instant now) {
        this.now = now;
    }

    /** By tenant, the latest first. */
    static Map<String, List<SignIn>> before(Instant now) {
        return Map.of(
                Tenants.CUSTOMERS, new PastSignIns(now).ofCustomers(),
                Tenants.EMPLOYEES, new PastSignIns(now).ofEmployees());
    }

    private List<SignIn> ofCustomers() {
        // Maria could, until she was blocked; since then she tries and calls.
        tell(1, Outcome.SUCCESS, 160, 141, 122);
        tell(1, Outcome.BLOCKED, 26, 4.1, 4);
        tell(2, Outcome.SUCCESS, 98, 46.9, 1.5);
        tell(2, Outcome.WRONG_PASSWORD, 47);
        add(customer(3), Outcome.SUCCESS, 21, "google.com", Device.PHONE);
        // Noah tried until he was locked out.
        tell(4, Outcome.WRONG_PASSWORD, 20.3, 20.2, 20.1);
        tell(4, Outcome.LOCKED, 20, 19.9);
        tell(5, Outcome.SUCCESS, 70);
        tell(6, Outcome.SUCCESS, 69.5);
        tell(7, Outcome.SUCCESS, 52, 5.5);
        tell(8, Outcome.WRONG_PASSWORD, 5.1);
        tell(8, Outcome.SUCCESS, 5);
        tell(9, Outcome.WRONG_PASSWORD, 12);
        tell(10, Outcome.SUCCESS, 144, 75, 30);
        tell(11, Outcome.SUCCESS, 33);
        return latestFirst();
    }

    private List<SignIn> ofEmployees() {
        for (var member : Staff.members()) {
            for (var days = 1; days < 6; days++) {
                add(member.oid(), Outcome.SUCCESS, 24 * days + member.key().length(), SignIn.LOCAL, Device.OFFICE);
            }
        }
        add(Staff.members().getFirst().oid(), Outcome.WRONG_PASSWORD, 28.1, SignIn.LOCAL, Device.OFFICE);
        return latestFirst();
    }

    private void tell(int number, Outcome outcome, double... hoursAgo) {
        for (var hours : hoursAgo) {
            add(customer(number), outcome, hours, SignIn.LOCAL, number % 2 == 0 ? Device.LAPTOP : Device.PHONE);
        }
    }

    private void add(String userId, Outcome outcome, double hoursAgo, String provider, Device device) {
        var at = now.minus(Duration.ofSeconds(Math.round(hoursAgo * 3_600)));
        var id = UUID.nameUUIDFromBytes((userId + outcome + hoursAgo).getBytes(StandardCharsets.UTF_8));
        all.add(new SignIn(id.toString(), at, userId, outcome, provider, device));
    }

    private List<SignIn> latestFirst() {
        return all.stream().sorted(Comparator.comparing(SignIn::at).reversed()).toList();
    }

    private static String customer(int number) {
        return "c0000000-0000-4000-8000-%012d".formatted(number);
    }
}
