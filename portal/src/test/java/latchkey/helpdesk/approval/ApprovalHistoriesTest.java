package latchkey.helpdesk.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import latchkey.access.Agent;
import latchkey.access.Authenticated;
import latchkey.access.Permission;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.ProofPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories of asking, deciding, losing roles, changing accounts and using: whatever happened, an action goes ahead
 * only with a living yes of another person to exactly this action, once. {@code -Dlatchkey.histories=100000} for more.
 */
class ApprovalHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("latchkey.histories", 10_000);
    private static final int LANES = 4;
    private static final int STEPS = 9;

    @Test
    void noHistoryLeadsPastTheSecondPerson() throws Exception {
        var seed = Long.getLong("latchkey.seed", System.nanoTime());
        var used = new AtomicInteger();
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            List<Callable<Integer>> work = IntStream.range(0, LANES)
                    .<Callable<Integer>>mapToObj(lane -> () -> lane(seed + lane, HISTORIES / LANES))
                    .toList();
            for (var done : lanes.invokeAll(work)) {
                used.addAndGet(done.get());
            }
        }
        if (HISTORIES >= 100_000) {
            publish(seed, used.get());
        }
        assertThat(used.get())
                .as("histories that end in an action, of " + HISTORIES + " with the seed " + seed)
                .isGreaterThan(HISTORIES / 20);
    }

    private static void publish(long seed, int used) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("histories of %d steps".formatted(STEPS), HISTORIES);
        figures.put("that ended in an action", used);
        figures.put("**actions without a living yes of another person to exactly them**", "**0**");
        figures.put("seed", seed);
        ProofPage.write("histories", """
                # Proof of the second person

                `./latchkey prove histories` draws histories of asking, deciding, losing roles, changing accounts, waiting too long and
                using, and after every step asks whether an action that goes ahead may. It stops at the first that may not; this page is
                written only when there was none.
                """, figures);
    }

    private static int lane(long seed, int histories) {
        var random = new Random(seed);
        var used = 0;
        try (var desk = HelpDesk.open(Map.of("latchkey.approval.required-for", "block-sign-in"))) {
            var sam = Employees.sam();
            var robin = Employees.robin();
            var customer = desk.jan();
            var cases = Map.of(sam.key(), desk.caseFor(sam, customer), robin.key(), desk.caseFor(robin, customer));
            for (var history = 0; history < histories; history++) {
                used += new History(desk, random, cases, seed + "/" + history).run();
            }
        }
        return used;
    }

    /** One history, and beside it what a reader of the rules remembers of it. */
    private static final class History {

        private final HelpDesk desk;
        private final Random random;
        private final Map<String, Case> cases;
        private final String name;
        private final Approvals approvals;
        private final Decisions decisions;
        private final List<Agent> people = List.of(
                Employees.sam(),
                Employees.robin(),
                Employees.with("alex", Employees.sam().permissions()),
                secondAccountOf(Employees.sam()),
                Employees.kim());
        private final Map<UUID, Asked> asked = new TreeMap<>();
        private final Set<String> hands = new HashSet<>();
        private final Set<String> withoutRole = new HashSet<>();
        private final List<ExactAction> actions = List.of(exact(), exact());
        private final List<String> told = new ArrayList<>();
        private @Nullable Approval last;
        private int used;

        History(HelpDesk desk, Random random, Map<String, Case> cases, String name) {
            this.desk = desk;
            this.random = random;
            this.cases = cases;
            this.name = name;
            this.approvals = desk.bean(Approvals.class);
            this.decisions = desk.bean(Decisions.class);
        }

        int run() {
            people.forEach(desk.colleagues()::comes);
            for (var step = 0; step < STEPS; step++) {
                step();
            }
            return used;
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> ask(requester(), any(actions));
                case 3, 4, 5 -> decide(any(people), random.nextInt(5) > 0);
                case 6, 7, 8 -> use(requester(), any(actions));
                case 9 -> changeRoles(any(people));
                case 10 -> hands.add(any(people).key());
                default -> {
                    if (random.nextBoolean()) {
                        desk.clock().move(Duration.ofMinutes(random.nextInt(45)));
                    } else {
                        giveBack();
                    }
                }
            }
        }

        private void ask(Agent who, ExactAction what) {
            try {
                approvals.seek(proposal(who, what));
            } catch (ProblemException required) {
                var id = UUID.fromString(String.valueOf(required.members().get("approval")));
                asked.putIfAbsent(id, new Asked(who, what, desk.clock().instant()));
                told.add(who.name() + " asks " + id);
            }
        }

        private void decide(Agent who, boolean yes) {
            if (asked.isEmpty() || withoutRole.contains(who.key())) {
                return;
            }
            var id = any(List.copyOf(asked.keySet()));
            try {
                if (yes) {
                    decisions.give(who, id);
                    asked.get(id).givenBy = who;
                } else {
                    decisions.deny(who, id, null);
                }
                told.add(who.name() + (yes ? " gives " : " denies ") + id);
            } catch (ProblemException refused) {
                told.add(who.name() + " may not decide " + id + ": " + refused.problem());
            }
        }

        private void use(Agent who, ExactAction what) {
            try {
                var leave = approvals.leaveFor(proposal(who, what));
                assertThat(leave).as(story()).isInstanceOf(Approval.class);
                used++;
                last = (Approval) leave;
                judge(who, what, last);
            } catch (ProblemException required) {
                told.add(who.name() + " is refused");
            }
        }

        private void judge(Agent who, ExactAction what, Approval approval) {
            var request = asked.get(approval.id());
            assertThat(request).as(story()).isNotNull();
            assertThat(request.action).as("the same action; %s", story()).isEqualTo(what);
            assertThat(request.requester.key())
                    .as("the same agent; %s", story())
                    .isEqualTo(who.key());
            assertThat(request.used).as("used once; %s", story()).isFalse();
            request.used = true;
            var giver = request.givenBy;
            assertThat(giver).as("somebody said yes; %s", story()).isNotNull();
            assertThat(giver.person()).as("two persons; %s", story()).isNotEqualTo(who.person());
            assertThat(giver.may(Permission.GIVE_APPROVAL)).as(story()).isTrue();
            assertThat(withoutRole).as("with the role still; %s", story()).doesNotContain(giver.key());
            assertThat(hands).as("without a hand in it; %s", story()).doesNotContain(giver.key());
            assertThat(request.at.plus(Duration.ofHours(1)))
                    .as("in time; %s", story())
                    .isAfter(desk.clock().instant());
        }

        private void giveBack() {
            if (last != null) {
                approvals.giveBack(last);
                asked.get(last.id()).used = false;
                last = null;
            }
        }

        private void changeRoles(Agent who) {
            if (withoutRole.remove(who.key())) {
                desk.colleagues().comes(who);
            } else {
                withoutRole.add(who.key());
                desk.colleagues().goes(who);
            }
        }

        private Proposal proposal(Agent who, ExactAction what) {
            var evidence = new Evidence(new TreeMap<>(), new TreeMap<>(), null);
            var under = cases.get(who.key());
            return new Proposal("block-sign-in", what, who, under, Set.of(), Set.copyOf(hands), evidence);
        }

        private Agent requester() {
            return people.get(random.nextInt(2));
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private String story() {
            return name + " " + told;
        }

        private static ExactAction exact() {
            var half = UUID.randomUUID().toString().replace("-", "");
            return new ExactAction(half + half);
        }

        private static Agent secondAccountOf(Agent agent) {
            return new Agent(
                    agent.issuer(),
                    agent.name() + "-second-oid",
                    agent.person(),
                    agent.name() + " second",
                    agent.username(),
                    null,
                    agent.roles(),
                    agent.permissions(),
                    agent.populations(),
                    Authenticated.NOT_SAID);
        }
    }

    /** A request as the history remembers it. */
    private static final class Asked {

        private final Agent requester;
        private final ExactAction action;
        private final Instant at;
        private @Nullable Agent givenBy;
        private boolean used;

        Asked(Agent requester, ExactAction action, Instant at) {
            this.requester = requester;
            this.action = action;
            this.at = at;
        }
    }
}
