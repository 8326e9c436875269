package latchkey.helpdesk.customer;

import static latchkey.helpdesk.customer.CustomerBuilder.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latchkey.directory.Customer;
import latchkey.directory.SignInName;
import latchkey.helpdesk.customer.PendingChanges.PendingChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInStatusTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T13:00:00Z");

    @Test
    void somebodyWithAnOpenAccountAndAnAddressCanSignIn() {
        assertThat(said(CustomerBuilder.jan())).isEqualTo("Can sign in.");
    }

    @Test
    void aBlockedCustomerIsToldWithWhoWhenAndWhy() {
        assertThat(said(blockedJan(), blockBy("Kim", "card was stolen")))
                .isEqualTo("Cannot sign in: blocked by Kim on Monday, because “card was stolen”.");
    }

    @Test
    void aBlockWithoutReasonIsToldWithWhoAndWhen() {
        assertThat(said(blockedJan(), blockBy("Kim", null))).isEqualTo("Cannot sign in: blocked by Kim on Monday.");
    }

    @Test
    void aBlockMadeElsewhereIsNotPinnedOnAnybody() {
        assertThat(said(blockedJan())).startsWith("Cannot sign in: blocked. It was not done here");
    }

    @Test
    void anOldBlockOfOursIsNotToldOnceSignInIsOpenAgain() {
        assertThat(said(CustomerBuilder.jan(), blockBy("Kim", "card was stolen")))
                .isEqualTo("Can sign in.");
    }

    @Test
    void somebodyWhoOnlyComesThroughGoogleHasNoPassword() {
        var fay = customer().withProvider("google.com").withGeneratedName().make();

        assertThat(said(fay)).isEqualTo("Cannot sign in with a password: only signs in through Google.");
    }

    @Test
    void somebodyWhoGetsCodesByMailSignsInWithoutAPassword() {
        var otto = customer()
                .withMailedCodes("otto@example.com")
                .withGeneratedName()
                .make();

        assertThat(said(otto)).isEqualTo("Can sign in, without a password: a code is mailed each time.");
    }

    @Test
    void oneLocalNameBesideGoogleIsEnoughForAPassword() {
        var both = customer()
                .withProvider("google.com")
                .withEmail("fay@example.com")
                .make();

        assertThat(said(both)).isEqualTo("Can sign in.");
    }

    @Test
    void aGeneratedNameAloneLetsNobodyIn() {
        assertThat(said(customer().withGeneratedName().make())).isEqualTo("Cannot sign in: has no sign-in name.");
    }

    @Test
    void aUserNameIsASignInName() {
        var noah = customer().with(SignInName.Kind.USER_NAME, "contoso", "noah").make();

        assertThat(said(noah)).isEqualTo("Can sign in.");
    }

    @Test
    void aBlockThatTheDirectoryDoesNotShowYetIsUnderWay() {
        var pending = new PendingChange.OfSignIn(false, Words.NOW.minusSeconds(60));

        assertThat(said(CustomerBuilder.jan(), Optional.empty(), pending))
                .isEqualTo("Is being blocked: the directory took it today at 10:14\u202fAM and does not show it yet.");
    }

    @Test
    void aPendingBlockThatTheDirectoryAlreadyShowsIsSimplyABlock() {
        var pending = new PendingChange.OfSignIn(false, Words.NOW);

        assertThat(said(blockedJan(), blockBy("Kim", null), pending)).startsWith("Cannot sign in: blocked by Kim");
    }

    private static Customer blockedJan() {
        return customer().withEmail("jan@example.com").blocked().make();
    }

    private static Optional<Block> blockBy(String agent, @Nullable String reason) {
        return Optional.of(new Block(Sentence.of("status.by.agent", agent), MONDAY, reason));
    }

    private static String said(Customer customer) {
        return said(customer, Optional.empty());
    }

    private static String said(Customer customer, Optional<Block> block, PendingChange... pending) {
        var status = SignInStatus.of(customer, List.of(pending), block);
        return Words.wording().say(status.sentence(), Locale.US);
    }
}
