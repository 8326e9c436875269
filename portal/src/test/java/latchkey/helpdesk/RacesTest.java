package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.directory.AttributeKey;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerPage;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInName;
import latchkey.helpdesk.verification.SignInCodes;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.ProofPage;
import latchkey.testing.Racers;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fifty requests at the same moment, wherever something is first looked at and then done: it happens once, and the trail
 * says so once. {@code -Dlatchkey.races=N} runs each race N times, on another customer each time.
 */
@Asvs("2.3.4")
class RacesTest {

    private static final int RUNS = Integer.getInteger("latchkey.races", 2);
    private static final int RACERS = 50;
    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);

    private static PortalProcess portal;
    private static Desk desk;
    private static Directory directory;
    private static Iterator<CustomerId> crowd;
    private static final Set<UUID> STORIES = new HashSet<>();
    private static final Set<Flow> HAPPENED_ONCE = EnumSet.noneOf(Flow.class);
    private static Visitor sam;
    private static Visitor robin;
    private static Visitor kim;
    private static final String WHY = "Mailbox and phone are gone, known from the shop";

    /** What is raced for. */
    enum Flow {
        AN_EDIT(RacesTest::anEdit),
        AN_EDIT_OF_WHICH_EACH_DIFFERS(RacesTest::differentEdits),
        A_BLOCK_WITH_A_YES(RacesTest::aBlockWithAYes),
        A_DECISION(RacesTest::aDecision),
        THE_RIGHT_CODE(RacesTest::theRightCode),
        WRONG_CODES(RacesTest::wrongCodes),
        CODES_TO_ONE_CUSTOMER(RacesTest::codesToOneCustomer),
        A_CODE_SHOWN_AFTER_A_SIGN_IN(RacesTest::aCodeShownAfterASignIn),
        AN_OVERRIDE_ASKED_FOR(RacesTest::anOverrideAskedFor),
        AN_OVERRIDE_GIVEN(RacesTest::anOverrideGiven),
        AN_OVERRIDE_REVIEWED(RacesTest::anOverrideReviewed),
        A_CASE_OPENED(RacesTest::aCaseOpened),
        A_CASE_CLOSED(RacesTest::aCaseClosed),
        A_PASSWORD_CHOSEN(RacesTest::aPasswordChosen),
        THIS_WAS_NOT_ME(RacesTest::thisWasNotMe),
        A_FREEZE_LIFTED(RacesTest::aFreezeLifted),
        AN_ESCALATION_CLOSED(RacesTest::anEscalationClosed),
        CAUTION_ENDED(RacesTest::cautionEnded);

        private final java.util.function.Function<Person, Race> prepared;

        Flow(java.util.function.Function<Person, Race> prepared) {
            this.prepared = prepared;
        }
    }

    /**
     * @param request what the racer of that number sends
     * @param check looks at all answers and at what happened
     */
    private record Race(IntFunction<Answer> request, Consumer<List<Answer>> check) {}

    @BeforeAll
    static void open() {
        portal = PortalProcess.start(Map.of("latchkey.approval.required-for", "block-sign-in"));
        portal.sandbox().control().reset();
        portal.sandbox().control().people().forEach(person -> STORIES.add(person.userId()));
        desk = new Desk(portal);
        sam = portal.bearer("sam");
        robin = portal.bearer("robin");
        portal.sandbox().control().changeEmployee("kim", Map.of("roles", List.of("supervisor")));
        kim = portal.bearer("kim");
        directory = portal.bean(Directories.class).forAgents(CONTOSO).orElseThrow();
        // What starts with the first requests is not raced for.
        Racers.race(RACERS, () -> sam.get("/api/v1/me"));
        crowd = directory
                .scan()
                .pages(Set.of(AttributeKey.MAIL), null)
                .flatMap(page -> page.rows().stream())
                .map(CustomerPage.Row::id)
                .iterator();
    }

    @AfterAll
    static void close() {
        if (RUNS >= 100) {
            publish();
        }
        portal.close();
    }

    @ParameterizedTest
    @EnumSource
    void happensOnce(Flow flow) {
        for (var run = 0; run < RUNS; run++) {
            var race = flow.prepared.apply(somebody());
            portal.sandbox().control().clearJournal();
            var numbers = new AtomicInteger();
            var answers = Racers.race(RACERS, () -> race.request().apply(numbers.getAndIncrement())).stream()
                    .map(RacesTest::answered)
                    .toList();
            assertThat(answers)
                    .as(flow + ": " + counted(answers))
                    .allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
            race.check().accept(answers);
        }
        HAPPENED_ONCE.add(flow);
    }

    private static void publish() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("flows of looking and then doing", Flow.values().length);
        figures.put("of them with exactly one effect each time", HAPPENED_ONCE.size());
        figures.put("races of each", RUNS);
        figures.put("requests at the same moment", RACERS);
        ProofPage.write(
                "races",
                """
                # Proof of the races

                `./latchkey prove races` sends the same request from many at once, wherever something is first looked at and then done: an
                edit, a yes, a code, a case, a link, a freeze. Each time exactly one may have an effect, and the trail may say so once.
                A flow counts when all of its races came out so: %s.
                """.formatted(HAPPENED_ONCE.stream()
                        .map(flow -> flow.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .sorted()
                        .collect(Collectors.joining(", "))),
                figures);
    }

    private static Race anEdit(Person customer) {
        var under = verifiedCase(customer);
        var change = confirmed(customer, under, city());
        return new Race(racer -> edit(under, change), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(problems(answers)).containsOnly("stale-form");
            assertThat(desk.writes(customer)).containsExactly("PATCH");
            assertThat(noted(customer, "edit-attributes")).isEqualTo(1);
        });
    }

    private static Race differentEdits(Person customer) {
        var under = verifiedCase(customer);
        var changes = java.util.stream.IntStream.range(0, RACERS)
                .mapToObj(racer -> confirmed(customer, under, city()))
                .toList();
        return new Race(racer -> edit(under, changes.get(racer)), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(desk.writes(customer)).containsExactly("PATCH");
        });
    }

    private static Race aBlockWithAYes(Person customer) {
        var under = Desk.openCase(sam, customer);
        var command = laid(customer, "block-sign-in");
        command.put("why", "a shared account");
        var block = "/api/v1/cases/" + under + "/actions/block-sign-in";
        var asked = sam.postJson(block, command).json().path("approval").asString();
        assertThat(decide(asked, "yes").status()).isEqualTo(200);
        return new Race(racer -> sam.postJson(block, command), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(desk.writes(customer)).filteredOn("PATCH"::equals).hasSize(1);
            assertThat(noted(customer, "block-sign-in")).isEqualTo(1);
        });
    }

    private static Race aDecision(Person customer) {
        var under = Desk.openCase(sam, customer);
        var command = laid(customer, "block-sign-in");
        command.put("why", "a shared account");
        var asked = sam.postJson("/api/v1/cases/" + under + "/actions/block-sign-in", command)
                .json()
                .path("approval")
                .asString();
        return new Race(racer -> decide(asked, racer % 2 == 0 ? "yes" : "no"), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(noted(customer, "give-approval") + noted(customer, "deny-approval"))
                    .isEqualTo(1);
        });
    }

    private static Race theRightCode(Person customer) {
        var under = Desk.openCase(sam, customer);
        var verification = codeSent(customer, under);
        var code = desk.code(customer);
        return new Race(racer -> answer(under, verification, code), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(noted(customer, "verify-caller")).isEqualTo(1);
        });
    }

    private static Race wrongCodes(Person customer) {
        var under = Desk.openCase(sam, customer);
        var verification = codeSent(customer, under);
        var code = desk.code(customer);
        var wrong = code.equals("000000") ? "000001" : "000000";
        return new Race(racer -> answer(under, verification, wrong), answers -> {
            assertThat(problems(answers))
                    .filteredOn("verification-failed"::equals)
                    .hasSize(3);
            assertThat(answer(under, verification, code).status()).isGreaterThanOrEqualTo(400);
            assertThat(noted(customer, "verify-caller")).isZero();
        });
    }

    private static Race codesToOneCustomer(Person customer) {
        var under = Desk.openCase(sam, customer);
        var handle = handle(under);
        return new Race(racer -> send(under, handle), answers -> {
            assertThat(done(answers)).isEqualTo(5);
            assertThat(noted(customer, "send-code")).isEqualTo(5);
        });
    }

    private static Race aCodeShownAfterASignIn(Person customer) {
        var under = Desk.openCase(sam, customer);
        var id = new CustomerId(CONTOSO, java.util.Objects.requireNonNull(customer.userId()));
        var code = portal.bean(SignInCodes.class).show(id).orElseThrow().digits();
        var typing = "/api/v1/cases/" + under + "/verifications/sign-in";
        return new Race(racer -> sam.postJson(typing, Map.of("code", code)), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(problems(answers)).containsOnly("sign-in-code-wrong");
            assertThat(noted(customer, "verify-caller")).isEqualTo(1);
        });
    }

    private static Race anOverrideAskedFor(Person customer) {
        var asking = "/api/v1/cases/" + Desk.openCase(sam, customer) + "/overrides";
        return new Race(racer -> sam.postJson(asking, Map.of("because", WHY)), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(noted(customer, "ask-override")).isEqualTo(1);
        });
    }

    private static Race anOverrideGiven(Person customer) {
        var giving = askedOverride(customer) + "/giving";
        return new Race(racer -> robin.postJson(giving, Map.of("because", WHY)), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(problems(answers)).containsOnly("override-over");
            assertThat(noted(customer, "give-override")).isEqualTo(1);
        });
    }

    private static Race anOverrideReviewed(Person customer) {
        var at = askedOverride(customer);
        assertThat(robin.postJson(at + "/giving", Map.of("because", WHY)).status())
                .isEqualTo(200);
        return new Race(
                racer -> kim.postJson(at + "/review", Map.of("finding", "justified", "words", WHY)), answers -> {
                    assertThat(done(answers)).isEqualTo(1);
                    assertThat(noted(customer, "review-override")).isEqualTo(1);
                });
    }

    private static String askedOverride(Person customer) {
        var asking = "/api/v1/cases/" + Desk.openCase(sam, customer) + "/overrides";
        return "/api/v1/overrides/"
                + sam.postJson(asking, Map.of("because", WHY)).json().path("id").asString();
    }

    private static Race aCaseOpened(Person customer) {
        return new Race(racer -> sam.postJson(Desk.api(customer) + "/cases", Map.of("reason", "other")), answers -> {
            assertThat(answers)
                    .extracting(answer -> answer.json().path("id").asString())
                    .containsOnly(answers.getFirst().json().path("id").asString());
            assertThat(noted(customer, "open-case")).isEqualTo(1);
        });
    }

    private static Race aCaseClosed(Person customer) {
        var closing = "/api/v1/cases/" + Desk.openCase(sam, customer) + "/closing";
        return new Race(racer -> sam.postJson(closing, Map.of("outcome", "helped")), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(noted(customer, "close-case")).isEqualTo(1);
        });
    }

    private static Race aPasswordChosen(Person customer) {
        var under = Desk.openCase(sam, customer);
        var command = laid(customer, "reset-password");
        command.put("address", handle(under));
        var sent = sam.postJson("/api/v1/cases/" + under + "/actions/reset-password", command);
        assertThat(sent.status()).as(sent.body()).isLessThan(300);
        var link = mailed(customer, "/password/");
        return new Race(
                racer -> portal.customer().post(link, Map.of("password", "correct horse battery " + racer)),
                answers -> {
                    assertThat(desk.writes(customer)).containsExactly("PATCH", "POST");
                    assertThat(noted(customer, "choose-password")).isEqualTo(1);
                });
    }

    private static Race thisWasNotMe(Person customer) {
        var link = revoked(customer);
        return new Race(racer -> portal.customer().post(link, Map.of()), answers -> {
            assertThat(desk.writes(customer)).containsExactly("PATCH", "POST");
            assertThat(about(customer, "/api/v1/freezes", "freezes")).hasSize(1);
            assertThat(about(customer, "/api/v1/escalations", "escalations")).hasSize(1);
            assertThat(noted(customer, "not-me")).isEqualTo(1);
        });
    }

    private static Race aFreezeLifted(Person customer) {
        portal.customer().post(revoked(customer), Map.of());
        var at = "/api/v1/freezes/"
                + about(customer, "/api/v1/freezes", "freezes").getFirst() + "/lifting";
        return new Race(racer -> robin.postJson(at, Map.of("reason", "called back")), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(noted(customer, "lift-freeze")).isEqualTo(1);
        });
    }

    private static Race anEscalationClosed(Person customer) {
        portal.customer().post(revoked(customer), Map.of());
        var at = "/api/v1/escalations/"
                + about(customer, "/api/v1/escalations", "escalations").getFirst() + "/closing";
        return new Race(racer -> robin.postJson(at, Map.of("outcome", "unclear")), answers -> {
            assertThat(done(answers)).isEqualTo(1);
            assertThat(noted(customer, "close-escalation")).isEqualTo(1);
        });
    }

    private static Race cautionEnded(Person customer) {
        robin.postJson("/api/v1/caution", Map.of("hours", 1, "why", "many calls that push"));
        return new Race(
                racer -> robin.postJson("/api/v1/caution/end", Map.of("why", "it was a drill")),
                answers -> assertThat(done(answers)).isEqualTo(1));
    }

    private static String verifiedCase(Person customer) {
        var under = Desk.openCase(sam, customer);
        desk.verifiedByApi(sam, customer, under);
        return under;
    }

    private static Map<String, Object> laid(Person customer, String action) {
        var laid = sam.get(Desk.api(customer) + "/actions/" + action).json();
        var command = new HashMap<String, Object>();
        command.put("customer", laid.path("customer").asString());
        command.put("seen", laid.path("seen").asString());
        return command;
    }

    private static Map<String, Object> confirmed(Person customer, String under, String city) {
        var change = laid(customer, "edit-attributes");
        change.put("attributes", Map.of("city", city));
        var preview = sam.postJson("/api/v1/cases/" + under + "/actions/edit-attributes/preview", change);
        change.put("confirm", preview.json().path("confirm").asString());
        return change;
    }

    private static Answer edit(String under, Map<String, Object> change) {
        return sam.postJson("/api/v1/cases/" + under + "/actions/edit-attributes", change);
    }

    private static Answer decide(String approval, String decision) {
        return robin.postJson("/api/v1/approvals/" + approval + "/decision", Map.of("decision", decision));
    }

    private static String handle(String under) {
        return sam.get("/api/v1/cases/" + under + "/addresses")
                .json()
                .path("addresses")
                .get(0)
                .path("handle")
                .asString();
    }

    private static Answer send(String under, String handle) {
        return sam.postJson("/api/v1/cases/" + under + "/verifications", Map.of("address", handle));
    }

    private static String codeSent(Person customer, String under) {
        return send(under, handle(under)).json().path("id").asString();
    }

    private static Answer answer(String under, String verification, String code) {
        return sam.postJson(
                "/api/v1/cases/" + under + "/verifications/" + verification + "/answer", Map.of("code", code));
    }

    /** The customer's sessions are ended; the path of the link in the notice about it. */
    private static String revoked(Person customer) {
        var command = laid(customer, "revoke-sessions");
        var done = sam.postJson("/api/v1/cases/" + Desk.openCase(sam, customer) + "/actions/revoke-sessions", command);
        assertThat(done.status()).as(done.body()).isLessThan(300);
        return mailed(customer, "/not-me/");
    }

    private static String mailed(Person customer, String kind) {
        Eventually.that("the mail arrives", () -> links(customer, kind).size() == 1);
        return URI.create(links(customer, kind).getFirst()).getPath();
    }

    private static List<String> links(Person customer, String kind) {
        return desk.mails(customer).stream()
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.contains(kind))
                .toList();
    }

    private static List<String> about(Person customer, String path, String list) {
        return robin.get(path)
                .json()
                .path(list)
                .valueStream()
                .filter(each -> each.path("customer").asString().equals("contoso/" + customer.userId()))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static Answer answered(Object outcome) {
        if (outcome instanceof Exception e) {
            throw new AssertionError("no answer", e);
        }
        return (Answer) outcome;
    }

    private static long done(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() < 300).count();
    }

    private static Map<String, Long> counted(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.status() < 300 ? "done" : answer.problem(), Collectors.counting()));
    }

    private static List<String> problems(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() >= 400)
                .map(Answer::problem)
                .toList();
    }

    /** How often the trail says that it happened to the customer. */
    private static long noted(Person customer, String action) {
        var subject = new CustomerId(CONTOSO, java.util.Objects.requireNonNull(customer.userId())).subject();
        return portal
                .bean(AuditReader.class)
                .read(new AuditQuestion(subject, null, action, null, null, null, null, 200))
                .entries()
                .stream()
                .filter(RacesTest::happened)
                .count();
    }

    private static boolean happened(AuditEntry entry) {
        return entry.code() == null
                && (entry.outcome() == null
                        || !Set.of("FAILED").contains(entry.outcome().result().name()));
    }

    /** The next of the many who have no story and an address that they sign in with. */
    private static Person somebody() {
        while (true) {
            var customer = directory.customers().byId(crowd.next()).orElseThrow();
            var address = address(customer);
            if (address.isPresent() && !STORIES.contains(customer.id().objectId())) {
                return new Person(
                        "somebody",
                        "",
                        customer.id().objectId(),
                        null,
                        customer.displayName(),
                        List.of(),
                        null,
                        address.get());
            }
        }
    }

    private static java.util.Optional<String> address(Customer customer) {
        return customer.signInNames().stream()
                .filter(name -> name.kind() == SignInName.Kind.EMAIL)
                .map(SignInName::value)
                .findFirst();
    }

    private static String city() {
        return "Town " + NUMBERS.incrementAndGet();
    }
}
