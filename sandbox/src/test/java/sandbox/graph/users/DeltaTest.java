package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Changes since: facts §10, in the workforce tenant only (§0.1). */
class DeltaTest {

    private static final String KIM = "e1000000-0000-4000-8000-000000000001";

    private GraphClient staff;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        staff = GraphClient.staff();
    }

    @Test
    void everybodyComesFirstWithALinkToWhatChangesLater() {
        var answer = staff.get("/users/delta?$select=displayName,jobTitle");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.all("displayName"))
                .contains("Kim Andersen", "Lee Tanaka")
                .hasSize(7);
        assertThat(answer.all("id")).contains(KIM);
        assertThat(answer.json().has("@odata.nextLink")).isFalse();
        assertThat(later(answer).all("id")).isEmpty();
    }

    @Test
    void laterOnlyWhoChangedComesAndEachOnce() {
        var first = staff.get("/users/delta?$select=id,jobTitle");
        rename("Team lead");
        rename("Head of desk");

        var second = later(first);

        assertThat(second.all("id")).containsExactly(KIM);
        assertThat(second.all("jobTitle")).containsExactly("Head of desk");
        assertThat(later(second).all("id")).isEmpty();
    }

    @Test
    void whoIsDeletedIsSaidToBeAndComesBack() {
        var first = staff.get("/users/delta");
        staff.delete("/users/" + KIM);

        var gone = later(first);
        var person = gone.items().toList().getFirst();
        assertThat(person.path("id").asString()).isEqualTo(KIM);
        assertThat(person.path("@removed").path("reason").asString()).isEqualTo("changed");

        staff.post("/directory/deletedItems/" + KIM + "/restore", null);
        assertThat(later(gone).all("displayName")).containsExactly("Kim Andersen");
    }

    @Test
    void whoIsPurgedIsGoneForGood() {
        var first = staff.get("/users/delta");
        staff.delete("/users/" + KIM);
        staff.delete("/directory/deletedItems/" + KIM);

        assertThat(later(first)
                        .items()
                        .toList()
                        .getFirst()
                        .path("@removed")
                        .path("reason")
                        .asString())
                .isEqualTo("deleted");
    }

    @Test
    void whoWantsOnlyWhatComesGetsAnEmptyPage() {
        var latest = staff.get("/users/delta?$deltatoken=latest");
        assertThat(latest.all("id")).isEmpty();
        rename("Team lead");

        assertThat(later(latest).all("id")).containsExactly(KIM);
    }

    @Test
    void anOldOrForeignLinkAsksToBeginAgain() {
        var first = staff.get("/users/delta");
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":604801}");
        var answer = GraphClient.staff().get(link(first));
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.code()).isEqualTo("syncStateNotFound");

        var garbled = GraphClient.staff().get("/users/delta?$deltatoken=garbage");
        assertThat(garbled.status()).isEqualTo(410);
    }

    @Test
    void afterEverythingWasPutBackOneMustBeginAgain() {
        var first = staff.get("/users/delta");
        StartedSandbox.reset();

        var answer = GraphClient.staff().get(link(first));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.code()).isEqualTo("resyncRequired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$top=5", "$orderby=displayName", "$search=x", "$filter=jobTitle eq 'x'"})
    void optionsOfListsAreRefused(String option) {
        assertThat(staff.get("/users/delta?" + option).status()).isEqualTo(400);
    }

    @Test
    void aCustomersTenantEnumeratesNoChanges() {
        var answer = GraphClient.portal().get("/users/delta");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(answer.message()).isEqualTo("Change enumeration is not supported for requested tenant.");
    }

    private void rename(String job) {
        var answer = staff.patch("/users/" + KIM, "{\"jobTitle\":\"" + job + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private Answer later(Answer page) {
        var answer = staff.get(link(page));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String link(Answer page) {
        return page.json().path("@odata.deltaLink").asString();
    }
}
