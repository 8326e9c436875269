package latchkey.helpdesk.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Outcome;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure;
import latchkey.helpdesk.cases.CaseOpening;
import latchkey.helpdesk.cases.CaseOutcome;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.lifecycle.LifecycleSamples;
import latchkey.helpdesk.profile.ProfileSamples;
import latchkey.helpdesk.sessions.SessionSamples;
import latchkey.testing.Asvs;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every action through every refusal: what is refused writes nothing, sends nothing, and is in the trail. */
class EveryActionTest {

    private static final String ALL_ACTIONS =
            "edit-attributes,reset-password,show-password,block-sign-in,unblock-sign-in,revoke-sessions";

    private static final HelpDesk DESK =
            HelpDesk.open(Map.of("latchkey.directories.contoso.reset.show-generated-password", "true"));

    private static final HelpDesk STRICT = HelpDesk.open(Map.of(
            "latchkey.directories.contoso.reset.show-generated-password",
            "true",
            "latchkey.actions.verification-required-for",
            ALL_ACTIONS));

    private static final HelpDesk FOUR_EYES = HelpDesk.open(Map.of(
            "latchkey.directories.contoso.reset.show-generated-password",
            "true",
            "latchkey.approval.required-for",
            ALL_ACTIONS));

    /** The actions, each with something to ask of it. */
    enum Each {
        EDIT(ProfileSamples::edit),
        RESET(CredentialSamples::reset),
        SHOW(CredentialSamples::show),
        BLOCK(LifecycleSamples::block),
        UNBLOCK(LifecycleSamples::unblock),
        REVOKE(SessionSamples::revoke);

        private final Function<HelpDesk, Sample<?>> sample;

        Each(Function<HelpDesk, Sample<?>> sample) {
            this.sample = sample;
        }

        Sample<?> in(HelpDesk desk) {
            return sample.apply(desk);
        }

        CustomerId customer(HelpDesk desk) {
            var jan = desk.jan();
            if (this == UNBLOCK) {
                desk.directory().put(blocked(desk.directory().byId(jan).orElseThrow()));
            }
            return jan;
        }
    }

    @AfterAll
    static void close() {
        Stream.of(DESK, STRICT, FOUR_EYES).forEach(HelpDesk::close);
    }

    @BeforeEach
    void repair() {
        Stream.of(DESK, STRICT, FOUR_EYES).forEach(desk -> {
            desk.trail().repair();
            desk.trail().forget();
            desk.directory().fail(null);
        });
    }

    @Test
    void noActionIsForgottenHere() {
        var known = Stream.of(Each.values())
                .map(each -> each.in(DESK).action().name())
                .collect(Collectors.toSet());
        assertThat(DESK.actions()).containsExactlyInAnyOrderElementsOf(known);
        assertThat(known).containsExactlyInAnyOrder(ALL_ACTIONS.split(","));
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksNoRuleIsDoneAndRecorded(Each each) {
        var customer = each.customer(DESK);
        var under = DESK.caseFor(Employees.sam(), customer);
        DESK.verify(Employees.sam(), under);
        var result = carryOut(DESK, each.in(DESK), Employees.sam(), customer, sample -> sample);
        assertThat(result).isInstanceOfAny(Result.Done.class, Result.Accepted.class);
        var entry = DESK.trail().entries(each.in(DESK).action().name()).getLast();
        assertThat(entry.outcome()).isNotNull().extracting(Outcome::result).isEqualTo(Outcome.Result.DONE);
        assertThat(entry.announcement().caseId()).isEqualTo(under.id());
        assertThat(entry.announcement().ticket()).isEqualTo("T-1");
    }

    @ParameterizedTest
    @EnumSource
    @Asvs("8.2.1")
    void anAgentWithoutThePermissionIsRefused(Each each) {
        var action = each.in(DESK).action();
        var others = EnumSet.complementOf(EnumSet.of(action.permission()));
        refused(DESK, each, Employees.with("pat", others), Problem.NOT_PERMITTED, sample -> sample);
    }

    @ParameterizedTest
    @EnumSource
    void aFormOpenedForSomebodyElseIsRefused(Each each) {
        var other = DESK.jan();
        refused(DESK, each, Employees.sam(), Problem.WRONG_CUSTOMER, form -> form.openedFor(other));
    }

    @ParameterizedTest
    @EnumSource
    void aFormWhoseAddressWasSwappedIsRefused(Each each) {
        var other = DESK.jan();
        refused(DESK, each, Employees.sam(), Problem.WRONG_CUSTOMER, form -> form.sentTo(other));
    }

    @ParameterizedTest
    @EnumSource
    void aFormThatWasSwappedThroughoutIsStale(Each each) {
        var other = each.customer(DESK);
        var othersCase = DESK.caseFor(Employees.sam(), other);
        DESK.verify(Employees.sam(), othersCase);
        refused(
                DESK,
                each,
                Employees.sam(),
                Problem.STALE_FORM,
                form -> form.sentTo(other).openedFor(other).under(othersCase.id()));
    }

    @ParameterizedTest
    @EnumSource
    void theCaseOfAnotherCustomerIsRefused(Each each) {
        var othersCase = DESK.caseFor(Employees.sam(), DESK.jan());
        refused(DESK, each, Employees.sam(), Problem.WRONG_CUSTOMER, form -> form.under(othersCase.id()));
    }

    @ParameterizedTest
    @EnumSource
    void theCaseOfAnotherAgentIsNotFound(Each each) {
        var customer = each.customer(DESK);
        var robins = DESK.caseFor(Employees.robin(), customer);
        refused(DESK, each, Employees.sam(), Problem.CASE_NOT_FOUND, form -> form.under(robins.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aClosedCaseIsRefused(Each each) {
        var customer = each.customer(DESK);
        var closed = DESK.caseFor(Employees.sam(), customer);
        DESK.bean(Cases.class).close(Employees.sam(), closed.id(), CaseOutcome.HELPED);
        assertRefused(
                DESK,
                each.in(DESK),
                carryOut(DESK, each.in(DESK), Employees.sam(), customer, form -> form.under(closed.id())),
                Problem.CASE_CLOSED,
                customer);
    }

    @ParameterizedTest
    @EnumSource
    void withoutACaseNothingHappens(Each each) {
        var customer = each.customer(DESK);
        var result = carryOut(DESK, each.in(DESK), Employees.sam(), customer, Form::withoutCase);
        assertRefused(DESK, each.in(DESK), result, Problem.CASE_REQUIRED, customer);
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerWhoIsGoneIsNotFound(Each each) {
        var gone = new CustomerId(DESK.directory().id(), UUID.randomUUID());
        refused(
                DESK,
                each,
                Employees.sam(),
                Problem.CUSTOMER_NOT_FOUND,
                form -> form.sentTo(gone).openedFor(gone));
    }

    @ParameterizedTest
    @EnumSource
    void aProtectedCustomerIsRefused(Each each) {
        var customer = each.customer(DESK);
        var under = DESK.caseFor(Employees.sam(), customer);
        DESK.directory().giveDirectoryRole(customer);
        var result = carryOut(DESK, each.in(DESK), Employees.sam(), customer, form -> form.under(under.id()));
        assertRefused(DESK, each.in(DESK), result, Problem.PROTECTED_CUSTOMER, customer);
    }

    @ParameterizedTest
    @EnumSource
    @Asvs("2.3.1")
    void anUnverifiedCallerIsRefusedWhereProofIsAskedFor(Each each) {
        var customer = each.customer(STRICT);
        STRICT.caseFor(Employees.sam(), customer);
        var result = carryOut(STRICT, each.in(STRICT), Employees.sam(), customer, form -> form);
        assertRefused(STRICT, each.in(STRICT), result, Problem.CALLER_NOT_VERIFIED, customer);
    }

    @ParameterizedTest
    @EnumSource
    void theProofThatAnotherAgentSawDoesNotCount(Each each) {
        var customer = each.customer(STRICT);
        STRICT.verify(Employees.robin(), STRICT.caseFor(Employees.robin(), customer));
        STRICT.caseFor(Employees.sam(), customer);
        var result = carryOut(STRICT, each.in(STRICT), Employees.sam(), customer, form -> form);
        assertRefused(STRICT, each.in(STRICT), result, Problem.CALLER_NOT_VERIFIED, customer);
    }

    @ParameterizedTest
    @EnumSource
    @Asvs("2.3.1")
    void withoutASecondPersonItIsRefusedWhereOneIsAskedFor(Each each) {
        refused(FOUR_EYES, each, Employees.sam(), Problem.APPROVAL_REQUIRED, form -> form);
    }

    @ParameterizedTest
    @EnumSource
    void aFormThatShowsOtherValuesIsStale(Each each) {
        refused(DESK, each, Employees.sam(), Problem.STALE_FORM, form -> form.seen("0".repeat(64)));
    }

    @ParameterizedTest
    @EnumSource
    void aConfirmationOfSomethingElseIsStale(Each each) {
        refused(DESK, each, Employees.sam(), Problem.STALE_FORM, form -> form.confirmed("0".repeat(64)));
    }

    @ParameterizedTest
    @EnumSource
    @Asvs({"2.3.3", "16.5.3"})
    void withoutTheTrailNothingHappens(Each each) {
        var customer = each.customer(DESK);
        DESK.verify(Employees.sam(), DESK.caseFor(Employees.sam(), customer));
        var writes = DESK.directory().writes().size();
        var mails = DESK.mails().size();
        DESK.trail().breakDown();
        assertThatThrownBy(() -> carryOut(DESK, each.in(DESK), Employees.sam(), customer, form -> form))
                .isInstanceOf(AuditUnavailable.class);
        assertThat(DESK.directory().writes()).hasSize(writes);
        assertThat(DESK.mails()).hasSize(mails);
    }

    @ParameterizedTest
    @EnumSource
    @Asvs("16.3.4")
    void aDirectoryThatIsAwayIsAFaultAndIsNoted(Each each) {
        var customer = each.customer(DESK);
        DESK.verify(Employees.sam(), DESK.caseFor(Employees.sam(), customer));
        var form = new Form<>(submission(DESK, each.in(DESK), Employees.sam(), customer));
        DESK.directory().fail(new DirectoryFailure.Unavailable("away", null, null, null));
        assertThatThrownBy(() -> form.send(DESK, each.in(DESK))).isInstanceOf(DirectoryFailure.Unavailable.class);
        assertThat(DESK.trail().entries(each.in(DESK).action().name()).getLast().code())
                .isEqualTo(Problem.DIRECTORY_UNAVAILABLE.code());
    }

    @ParameterizedTest
    @EnumSource
    void theFirstActionOpensTheCase(Each each) {
        var customer = each.customer(DESK);
        carryOut(
                DESK,
                each.in(DESK),
                Employees.sam(),
                customer,
                form -> form.opening(new CaseOpening("other", "first call", null)));
        assertThat(DESK.bean(Cases.class).current(Employees.sam(), customer)).isPresent();
    }

    private static void refused(
            HelpDesk desk, Each each, Agent agent, Problem problem, Function<Form<?>, Form<?>> change) {
        var customer = each.customer(desk);
        desk.verify(Employees.sam(), desk.caseFor(Employees.sam(), customer));
        var writes = desk.directory().writes().size();
        var mails = desk.mails().size();
        var result = carryOut(desk, each.in(desk), agent, customer, change);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
        assertThat(desk.directory().writes()).hasSize(writes);
        assertThat(desk.mails()).hasSize(mails);
        assertThat(desk.trail().entries(each.in(desk).action().name()).getLast().code())
                .isEqualTo(problem.code());
    }

    private static void assertRefused(
            HelpDesk desk, Sample<?> sample, Result result, Problem problem, CustomerId customer) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
        assertThat(desk.directory().writes())
                .noneMatch(
                        write -> customer.subject().equals(write.announcement().subject()));
        assertThat(desk.trail().entries(sample.action().name()).getLast().code())
                .isEqualTo(problem.code());
    }

    private static Result carryOut(
            HelpDesk desk, Sample<?> sample, Agent agent, CustomerId customer, Function<Form<?>, Form<?>> change) {
        return change.apply(new Form<>(submission(desk, sample, agent, customer)))
                .send(desk, sample);
    }

    private static Submission<?> submission(HelpDesk desk, Sample<?> sample, Agent agent, CustomerId customer) {
        return sample.submission(
                desk,
                agent,
                customer,
                desk.bean(Cases.class).current(agent, customer).orElse(null));
    }

    private static Customer blocked(Customer customer) {
        return new Customer(
                customer.id(),
                customer.displayName(),
                false,
                customer.createdAt(),
                customer.sessionsValidFrom(),
                customer.signInNames(),
                customer.attributes());
    }
}
