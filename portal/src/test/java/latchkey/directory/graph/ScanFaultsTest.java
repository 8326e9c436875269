package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerPage;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectoryFailure.Unavailable;
import latchkey.directory.Scan;
import latchkey.testing.Fault;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading everybody from a directory that misbehaves: nobody is missed and nobody comes twice. */
class ScanFaultsTest {

    private static final Set<AttributeKey> NAMES = Set.of(AttributeKey.DISPLAY_NAME);
    private static final String LISTS = "/users$";

    private final SandboxControl sandbox = SandboxProcess.fresh().control();
    private final Directory directory = Reached.forSync(SandboxProcess.shared().url());
    private final Scan scan = Reached.inPagesOf(40, directory);
    private final List<CustomerId> everybody = read(scan.pages(NAMES, null));

    @BeforeEach
    void forget() {
        assertThat(everybody).hasSizeGreaterThan(400);
        sandbox.clearJournal();
    }

    @AfterEach
    void endFaults() {
        sandbox.clearFaults();
    }

    @Test
    void aPageIsOneCallThatAsksForNoMoreThanItNeeds() {
        directory.scan().page(NAMES, null);

        assertThat(sandbox.journal("graph")).singleElement().satisfies(call -> {
            assertThat(call.path()).endsWith("/users");
            assertThat(URLDecoder.decode(call.query(), StandardCharsets.UTF_8))
                    .isEqualTo("$select=id,displayName&$top=999");
        });
    }

    @Test
    void refusalsAreWaitedOut() {
        sandbox.fault(Fault.status(429).path(LISTS).retryAfter("1").times(2));
        sandbox.fault(Fault.status(503).path(LISTS).times(2));
        sandbox.fault(Fault.status(500).path(LISTS).times(2));

        assertThat(read(scan.pages(NAMES, null))).isEqualTo(everybody);
    }

    @Test
    void lostConnectionsAndHalfPagesAreReadAgain() {
        sandbox.fault(Fault.half().path(LISTS).times(3));
        sandbox.fault(Fault.down().path(LISTS).times(2));
        sandbox.fault(Fault.lost().path(LISTS).times(2));

        assertThat(read(scan.pages(NAMES, null))).isEqualTo(everybody);
    }

    @Test
    void anyCallMayFailAtAnyTime() {
        sandbox.fault(Fault.half().path(LISTS).chance(0.15));
        sandbox.fault(Fault.status(503).path(LISTS).chance(0.15));

        assertThat(read(scan.pages(NAMES, null))).isEqualTo(everybody);
    }

    @Test
    void theTokenMayEndBetweenTwoPages() {
        var first = scan.page(NAMES, null);
        sandbox.fault(Fault.status(401).path(LISTS).times(1));

        var rest = read(scan.pages(NAMES, first.next()));

        assertThat(read(Stream.of(first))).hasSize(40);
        assertThat(rest).isEqualTo(everybody.subList(40, everybody.size()));
    }

    @Test
    void aLinkThatLeadsElsewhereIsNotFollowed() {
        assertThatThrownBy(() -> scan.page(NAMES, "http://127.0.0.1:9/v1.0/users?$skiptoken=x"))
                .isInstanceOf(Misconfigured.class);
        assertThat(sandbox.journal("graph")).isEmpty();
    }

    @Test
    void aForgottenPlaceIsNotAskedForAgain() {
        var first = scan.page(NAMES, null);
        sandbox.clearJournal();
        sandbox.advanceClock(Duration.ofHours(2));

        assertThatThrownBy(() -> scan.page(NAMES, first.next()))
                .isInstanceOfSatisfying(
                        Unavailable.class, gone -> assertThat(gone.code()).isEqualTo("Directory_ExpiredPageToken"));

        sandbox.resetClock();
        assertThat(sandbox.journal("graph").stream().filter(call -> call.status() == 400))
                .hasSize(1);
    }

    private static List<CustomerId> read(Stream<CustomerPage> pages) {
        return pages.flatMap(page -> page.rows().stream())
                .map(CustomerPage.Row::id)
                .toList();
    }
}
