package sandbox.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Roles and groups of users, and many users by their ids: facts §4.1 and §8. */
class MembershipsTest {

    private static final String EVERYTHING = "{\"securityEnabledOnly\":false}";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void anAdministratorsRolesAreFoundInEveryWay() {
        var role = portal.get("/users/" + Customers.ADA_ADMIN + "/memberOf")
                .json()
                .path("value")
                .path(0)
                .path("id")
                .asString();

        assertThat(ids(portal.post("/users/" + Customers.ADA_ADMIN + "/getMemberObjects", EVERYTHING)))
                .containsExactly(role);
        assertThat(ids(portal.post(
                        "/users/" + Customers.ADA_ADMIN + "/checkMemberObjects",
                        "{\"ids\":[\"" + role + "\",\"00000000-0000-0000-0000-000000000000\"]}")))
                .containsExactly(role);
        assertThat(ids(portal.post("/users/" + Customers.ADA_ADMIN + "/microsoft.graph.getMemberGroups", EVERYTHING)))
                .isEmpty();
    }

    @Test
    void aCustomerHoldsNothing() {
        assertThat(ids(portal.post("/users/" + Customers.JAN + "/getMemberObjects", EVERYTHING)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"groupIds\":[]}", "{\"groupIds\":\"x\"}", "{\"groupIds\":[1]}"})
    void aQuestionAboutNothingIsRefused(String body) {
        assertThat(portal.post("/users/" + Customers.JAN + "/checkMemberGroups", body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void twentyGroupsAreTheMostToAskFor() {
        assertThat(check(20).status()).isEqualTo(200);
        assertThat(check(21).status()).isEqualTo(400);
    }

    @Test
    void manyUsersComeByTheirIdsAndUnknownOnesAreMissing() {
        var answer = portal.post(
                "/directoryObjects/getByIds?$select=id,surname",
                "{\"ids\":[\"%s\",\"%s\",\"00000000-0000-0000-0000-000000000000\"],\"types\":[\"user\"]}"
                        .formatted(Customers.JAN, Customers.LAYLA));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("id")).containsExactlyInAnyOrder(Customers.JAN, Customers.LAYLA);
        assertThat(answer.all("@odata.type")).containsOnly("#microsoft.graph.user");
    }

    @Test
    void ofOtherTypesThereAreNone() {
        var answer = portal.post(
                "/directoryObjects/getByIds", "{\"ids\":[\"" + Customers.JAN + "\"],\"types\":[\"group\"]}");

        assertThat(answer.all("id")).isEmpty();
    }

    @Test
    void whoMayNotReadTheDirectoryMayNotAsk() {
        assertThat(GraphClient.reader()
                        .post("/directoryObjects/getByIds", "{\"ids\":[\"" + Customers.JAN + "\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(GraphClient.withoutConsent()
                        .post("/users/" + Customers.JAN + "/getMemberObjects", EVERYTHING)
                        .status())
                .isEqualTo(403);
    }

    private Answer check(int count) {
        var ids = IntStream.range(0, count)
                .mapToObj("\"00000000-0000-0000-0000-%012d\""::formatted)
                .collect(Collectors.joining(","));
        return portal.post("/users/" + Customers.JAN + "/checkMemberGroups", "{\"groupIds\":[" + ids + "]}");
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.items().map(item -> item.asString()).toList();
    }
}
