package latchkey.helpdesk.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Actor;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.RememberedTrail;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.SignInName;
import latchkey.helpdesk.action.Notice.Ending;
import latchkey.helpdesk.action.Result;
import latchkey.helpdesk.action.Sample;
import latchkey.helpdesk.cases.CaseNote;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.credentials.PasswordChoosing;
import latchkey.helpdesk.escalation.Escalation;
import latchkey.helpdesk.escalation.Escalations;
import latchkey.helpdesk.lifecycle.LifecycleSamples;
import latchkey.helpdesk.profile.ProfileSamples;
import latchkey.helpdesk.sessions.SessionSamples;
import latchkey.helpdesk.verification.LinkToken;
import latchkey.notify.Mail;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers learn what was done to them, and can stop it; whatever dies, fails or races in between. */
class NoticesTest {

    private static final HelpDesk DESK = HelpDesk.open(Map.of("latchkey.actions.proof.addresses", "one"));
    private static final Agent ROBIN = Employees.with("robin", EnumSet.allOf(Permission.class));

    private final NotMe notMe = DESK.bean(NotMe.class);
    private final Stopping stopping = DESK.bean(Stopping.class);
    private final CatchingUp catchingUp = DESK.bean(CatchingUp.class);
    private final CustomerId jan = DESK.jan();

    @AfterAll
    static void close() {
        DESK.close();
    }

    @AfterEach
    void repair() {
        DESK.failMails(null);
        DESK.directory().fail(null);
        DESK.trail().repair();
    }

    @Test
    void thereAreWordsForEveryAction() {
        for (var language : List.of(Locale.ROOT, Locale.GERMAN)) {
            var words = ResourceBundle.getBundle("messages/notices", language);
            assertThat(DESK.actions()).allMatch(action -> words.containsKey("notices.what." + action));
        }
    }

    @Test
    void oldAndNewAddressesAreToldEachOnce() {
        change(customer -> with(
                customer,
                Map.of(
                        AttributeKey.MAIL, new AttributeValue.Text("old@example.com"),
                        AttributeKey.OTHER_MAILS,
                                new AttributeValue.Texts(List.of("OLD@example.com", "other@example.com")))));
        done(ProfileSamples.edit(DESK, Map.of("otherMails", "new@example.com")));
        assertThat(notices())
                .extracting(Mail::to)
                .containsExactlyInAnyOrder(signInAddress(), "old@example.com", "other@example.com", "new@example.com");
    }

    @Test
    void theyAreToldInTheirLanguageWhatAndByWhomAndNoValue() {
        change(customer ->
                with(customer, Map.of(new AttributeKey("preferredLanguage"), new AttributeValue.Text("de-AT"))));
        done(ProfileSamples.edit(DESK, Map.of("surname", "Janssen-Geheim")));
        var mail = notices().getFirst();
        assertThat(mail.locale()).isEqualTo(Locale.GERMAN);
        assertThat(mail.values()).containsEntry("action", "edit-attributes").containsEntry("brand", "Contoso Care");
        assertThat(String.valueOf(mail.values().get("when"))).contains("2026");
        assertThat(mail.values().toString()).doesNotContain("Geheim");
    }

    @Test
    void whoeverSpeaksAnotherLanguageIsWrittenToInEnglish() {
        change(customer ->
                with(customer, Map.of(new AttributeKey("preferredLanguage"), new AttributeValue.Text("cs-CZ"))));
        done(SessionSamples.revoke(DESK));
        assertThat(notices().getFirst().locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void afterACrashBetweenWriteAndNoticeEveryAddressIsToldOnce() {
        leaveUntold(SessionSamples.revoke(DESK));
        DESK.clock().move(Duration.ofSeconds(21));
        Racers.race(8, () -> {
            catchingUp.catchUp();
            return true;
        });
        assertThat(notices()).hasSize(1);
        assertThat(notices().getFirst().values()).containsEntry("certain", true);
    }

    @Test
    void whatIsLeftIsReadableToNobodyWhoHasTheDatabaseAlone() {
        leaveUntold(SessionSamples.revoke(DESK));
        String everything = ofJan(
                "select encode(told, 'escape') || n::text as everything from notices n where customer = :customer",
                (row, number) -> row.getString("everything"));
        assertThat(everything).doesNotContain(signInAddress()).doesNotContain("@example.com");
    }

    @Test
    void ofAnActionWhoseOutcomeIsUnknownTheyAreToldThatItMayHaveHappened() {
        leaveUntold(SessionSamples.revoke(DESK));
        DESK.bean(TellingCustomers.class).end(entry(), Ending.MAY_HAVE_HAPPENED);
        assertThat(notices().getFirst().values()).containsEntry("certain", false);
    }

    @Test
    void ofAnActionThatCameToNothingNobodyIsTold() {
        leaveUntold(SessionSamples.revoke(DESK));
        var entry = entry();
        DESK.bean(TellingCustomers.class).end(entry, Ending.CAME_TO_NOTHING);
        DESK.bean(TellingCustomers.class).end(entry, Ending.HAPPENED);
        assertThat(notices()).isEmpty();
    }

    @Test
    void thatACustomerHasNoAddressIsSeenInTheirPastAndInTheCase() {
        change(customer -> signingInWith(customer, new SignInName(SignInName.Kind.USER_NAME, "contoso", "janj")));
        done(SessionSamples.revoke(DESK));
        assertThat(ofJan("tell-customer"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.code()).isEqualTo("no-address-on-file"));
        var under = DESK.bean(Cases.class).current(Employees.sam(), jan).orElseThrow();
        assertThat(DESK.bean(Cases.class).notes(under))
                .extracting(CaseNote::note)
                .containsExactly("nobody-told");
    }

    @Test
    void lookingAtTheLinkChangesNothing() {
        var link = linkAfter(SessionSamples.revoke(DESK));
        for (int scanner = 0; scanner < 20; scanner++) {
            assertThat(notMe.look(link)).contains(new NotMeAnswer.Asked("revoke-sessions"));
        }
        assertThat(done(SessionSamples.revoke(DESK))).isNotInstanceOf(Result.Refused.class);
    }

    @Test
    void sayingItClosesSignInEndsSessionsAndOpensAnEscalation() {
        var link = linkAfter(CredentialSamples.reset(DESK));
        assertThat(notMe.say(link)).contains(new NotMeAnswer.Said(true, true, false));
        assertThat(DESK.directory().byId(jan).orElseThrow().enabled()).isFalse();
        assertThat(ofJan("block-sign-in"))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.announcement().actor().kind()).isEqualTo(Actor.Kind.CUSTOMER));
        assertThat(ofJan("revoke-sessions")).hasSize(1);
        assertThat(escalations()).singleElement().satisfies(escalation -> {
            assertThat(escalation.deed().action()).isEqualTo("reset-password");
            assertThat(escalation.deed().agent()).isEqualTo(Employees.sam().key());
        });
        assertThat(DESK.mails().getLast().template()).isEqualTo("escalation-opened");
        assertThat(DESK.mails().getLast().values().toString()).doesNotContain("jan", "sam");
    }

    @Test
    void fiftyAtOnceHaveOneEffect() {
        var link = linkAfter(CredentialSamples.reset(DESK));
        var answers = Racers.race(50, () -> notMe.say(link));
        assertThat(answers).allMatch(Optional.class::isInstance);
        assertThat(ofJan("not-me")).hasSize(1);
        assertThat(ofJan("block-sign-in")).hasSize(1);
        assertThat(ofJan("revoke-sessions")).hasSize(1);
        assertThat(escalations()).hasSize(1);
    }

    @Test
    void twoAddressesOfOneActionOpenOneEscalation() {
        change(customer -> with(customer, Map.of(AttributeKey.MAIL, new AttributeValue.Text("second@example.com"))));
        done(SessionSamples.revoke(DESK));
        assertThat(links()).hasSize(2).allMatch(link -> notMe.say(link).isPresent());
        assertThat(escalations()).hasSize(1);
    }

    @Test
    void whileFrozenNothingIsDoneByAnybody() {
        notMe.say(linkAfter(CredentialSamples.reset(DESK)));
        var writes = DESK.directory().writes().size();
        for (var sample : List.of(
                CredentialSamples.reset(DESK),
                SessionSamples.revoke(DESK),
                LifecycleSamples.unblock(DESK),
                ProfileSamples.edit(DESK))) {
            assertThat(done(sample))
                    .as(sample.toString())
                    .isInstanceOfSatisfying(
                            Result.Refused.class,
                            refused -> assertThat(refused.problem()).isEqualTo(Problem.CUSTOMER_FROZEN));
        }
        assertThat(DESK.directory().writes()).hasSize(writes);
    }

    @Test
    void whileFrozenNoLinkToAPasswordWorks() {
        var link = linkAfter(CredentialSamples.reset(DESK));
        var password = DESK.mails().stream()
                .map(mail -> String.valueOf(mail.values().get("link")))
                .filter(text -> text.contains("/password/"))
                .reduce((earlier, later) -> later)
                .map(NoticesTest::token)
                .orElseThrow();
        assertThat(DESK.bean(PasswordChoosing.class).look(password)).isPresent();
        notMe.say(link);
        assertThat(DESK.bean(PasswordChoosing.class).look(password)).isEmpty();
    }

    @Test
    void whileTheDirectoryIsAwayTheFreezeHoldsAndTheRestIsDoneLater() {
        var link = linkAfter(CredentialSamples.reset(DESK));
        DESK.directory().fail(new DirectoryFailure.Unavailable("away", null, null, null));
        assertThat(notMe.say(link)).contains(new NotMeAnswer.Said(false, false, false));
        DESK.clock().move(Duration.ofMinutes(10));
        stopping.due();
        DESK.directory().fail(null);
        assertThat(DESK.directory().byId(jan).orElseThrow().enabled()).isTrue();
        assertThat(DESK.bean(FrozenCustomers.class).of(jan)).isPresent();
        DESK.clock().move(Duration.ofMinutes(10));
        stopping.due();
        assertThat(notMe.look(link)).contains(new NotMeAnswer.Said(true, true, false));
        assertThat(DESK.directory().byId(jan).orElseThrow().enabled()).isFalse();
    }

    @Test
    void withoutTheTrailNothingIsDoneAndTheLinkWorksOn() {
        var link = linkAfter(CredentialSamples.reset(DESK));
        DESK.trail().breakDown();
        assertThatThrownBy(() -> notMe.say(link)).isInstanceOf(AuditUnavailable.class);
        assertThat(DESK.bean(FrozenCustomers.class).of(jan)).isEmpty();
        DESK.trail().repair();
        assertThat(notMe.say(link)).contains(new NotMeAnswer.Said(true, true, false));
    }

    @Test
    void afterAWeekTheLinkIsAsGoodAsNone() {
        var link = linkAfter(SessionSamples.revoke(DESK));
        DESK.clock().move(Duration.ofDays(7));
        assertThat(notMe.look(link)).isEmpty();
        assertThat(notMe.say(link)).isEmpty();
        assertThat(notMe.say("made-up")).isEmpty();
        assertThat(DESK.bean(FrozenCustomers.class).of(jan)).isEmpty();
    }

    /** Whatever comes first: in the end sign-in is closed, and nothing more happens. */
    @Test
    void anActionUnderWayWhenTheCustomerSaysNoDoesNotLeaveSignInOpen() {
        for (int round = 0; round < 10; round++) {
            var customer = DESK.jan();
            var link = linkAfter(LifecycleSamples.block(DESK), customer);
            DESK.verify(Employees.sam(), DESK.caseFor(Employees.sam(), customer));
            Racers.race(
                    2,
                    new OneAfterTheOther(
                            () -> carryOut(LifecycleSamples.unblock(DESK), customer), () -> notMe.say(link)));
            DESK.clock().move(Duration.ofMinutes(6));
            stopping.due();
            assertThat(DESK.directory().byId(customer).orElseThrow().enabled()).isFalse();
        }
    }

    @Test
    void theFreezeWaitsForWhatIsUnderWayAndStopsOnceMore() {
        var link = linkAfter(SessionSamples.revoke(DESK));
        leaveUntold(SessionSamples.revoke(DESK));
        notMe.say(link);
        change(customer -> with(customer, Map.of(), true));
        DESK.bean(TellingCustomers.class).end(entry(), Ending.HAPPENED);
        DESK.clock().move(Duration.ofMinutes(6));
        stopping.due();
        assertThat(DESK.directory().byId(jan).orElseThrow().enabled()).isFalse();
        DESK.clock().move(Duration.ofMinutes(6));
        stopping.due();
        assertThat(ofJan("block-sign-in")).hasSize(2);
    }

    @Test
    void anotherSupervisorLiftsTheFreezeWithAReason() {
        notMe.say(linkAfter(CredentialSamples.reset(DESK)));
        var freezes = DESK.bean(Freezes.class);
        var freeze = DESK.bean(FreezeRows.class).current(jan).orElseThrow().id();
        refused(Problem.INVALID_REASON, () -> freezes.lift(ROBIN, freeze, " "));
        refused(Problem.OWN_ACTION_REPORTED, () -> freezes.lift(Employees.sam(), freeze, "it was fine"));
        freezes.lift(ROBIN, freeze, "called back, it was the customer");
        refused(Problem.FREEZE_NOT_FOUND, () -> freezes.lift(ROBIN, freeze, "again"));
        assertThat(ofJan("lift-freeze"))
                .last()
                .satisfies(entry ->
                        assertThat(entry.announcement().reason()).isEqualTo("called back, it was the customer"));
        assertThat(done(SessionSamples.revoke(DESK))).isNotInstanceOf(Result.Refused.class);
    }

    @Test
    void whoDoesNotSeeTheCustomerSeesNeitherFreezeNorEscalation() {
        notMe.say(linkAfter(CredentialSamples.reset(DESK)));
        var elsewhere = Employees.with("robin-elsewhere", EnumSet.allOf(Permission.class), Set.of());
        var freezes = DESK.bean(Freezes.class);
        var freeze = DESK.bean(FreezeRows.class).current(jan).orElseThrow().id();

        assertThat(escalations()).isNotEmpty();
        assertThat(DESK.bean(Escalations.class).waiting(elsewhere)).isEmpty();
        assertThat(freezes.lasting(ROBIN)).isNotEmpty();
        assertThat(freezes.lasting(elsewhere)).isEmpty();
        refused(Problem.FREEZE_NOT_FOUND, () -> freezes.lift(elsewhere, freeze, "I may lift freezes"));
    }

    private static void refused(Problem problem, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private Result done(Sample<?> sample) {
        if (sample.toString().equals("edit-attributes") || sample.toString().equals("unblock-sign-in")) {
            DESK.verify(Employees.sam(), DESK.caseFor(Employees.sam(), jan));
        }
        return carryOut(sample, jan);
    }

    private static <C> Result carryOut(Sample<C> sample, CustomerId customer) {
        return sample.carryOut(
                DESK, sample.submission(DESK, Employees.sam(), customer, DESK.caseFor(Employees.sam(), customer)));
    }

    /** The action happens, and its process dies before anybody is told. */
    private void leaveUntold(Sample<?> sample) {
        DESK.failMails(new DataAccessResourceFailureException("the process is gone"));
        assertThat(done(sample)).isNotInstanceOf(Result.Refused.class);
        DESK.failMails(null);
    }

    private String linkAfter(Sample<?> sample) {
        return linkAfter(sample, jan);
    }

    private static String linkAfter(Sample<?> sample, CustomerId customer) {
        assertThat(carryOut(sample, customer)).isNotInstanceOf(Result.Refused.class);
        return token(DESK.mails().stream()
                .filter(mail -> mail.template().equals("customer-notice"))
                .map(mail -> String.valueOf(mail.values().get("notMe")))
                .toList()
                .getLast());
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private List<Mail> notices() {
        return DESK.mails().stream()
                .filter(mail -> mail.template().equals("customer-notice"))
                .filter(mail -> isOfJan(token(String.valueOf(mail.values().get("notMe")))))
                .toList();
    }

    private List<String> links() {
        return notices().stream()
                .map(mail -> token(String.valueOf(mail.values().get("notMe"))))
                .toList();
    }

    private boolean isOfJan(String link) {
        return DESK.bean(NotMeLinks.class)
                .held(new LinkToken(link), DESK.clock().instant())
                .map(held -> DESK.bean(NoticeRows.class).byEntry(held.entry()).customer())
                .filter(jan::equals)
                .isPresent();
    }

    private UUID entry() {
        return ofJan(
                "select entry from notices where customer = :customer and state = 'UNDER_WAY'",
                (row, number) -> row.getObject("entry", UUID.class));
    }

    private <T> T ofJan(String sql, RowMapper<T> read) {
        return DESK.bean(JdbcClient.class)
                .sql(sql)
                .param("customer", jan.objectId())
                .query(read)
                .single();
    }

    private List<RememberedTrail.Entry> ofJan(String action) {
        return DESK.trail().entries(action).stream()
                .filter(entry -> jan.subject().equals(entry.announcement().subject()))
                .filter(entry -> !action.equals("revoke-sessions")
                        || entry.announcement().actor().kind() == Actor.Kind.CUSTOMER)
                .toList();
    }

    private List<Escalation> escalations() {
        return DESK.bean(Escalations.class).waiting(ROBIN).stream()
                .filter(escalation -> escalation.deed().customer().equals(jan))
                .toList();
    }

    private String signInAddress() {
        return DESK.directory().byId(jan).orElseThrow().signInNames().getFirst().value();
    }

    private void change(Function<Customer, Customer> change) {
        DESK.directory().put(change.apply(DESK.directory().byId(jan).orElseThrow()));
    }

    private static Customer with(Customer customer, Map<AttributeKey, AttributeValue> more) {
        return with(customer, more, customer.enabled());
    }

    private static Customer with(Customer customer, Map<AttributeKey, AttributeValue> more, boolean enabled) {
        var attributes = new HashMap<>(customer.attributes());
        attributes.putAll(more);
        return new Customer(
                customer.id(),
                customer.displayName(),
                enabled,
                customer.createdAt(),
                customer.sessionsValidFrom(),
                customer.signInNames(),
                attributes);
    }

    private static Customer signingInWith(Customer customer, SignInName name) {
        return new Customer(
                customer.id(),
                customer.displayName(),
                customer.enabled(),
                customer.createdAt(),
                customer.sessionsValidFrom(),
                Stream.of(name).toList(),
                customer.attributes());
    }

    /** Two different deeds for two racers. */
    private static final class OneAfterTheOther implements Callable<Object> {

        private final AtomicInteger calls = new AtomicInteger();
        private final Callable<?> first;
        private final Callable<?> second;

        OneAfterTheOther(Callable<?> first, Callable<?> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public Object call() throws Exception {
            return calls.getAndIncrement() == 0 ? first.call() : second.call();
        }
    }
}
