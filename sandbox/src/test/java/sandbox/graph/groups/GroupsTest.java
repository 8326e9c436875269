package sandbox.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Groups, roles of the directory and of applications: facts §8. */
class GroupsTest {

    private static final String DESK = "a6000000-0000-4000-8000-000000000001";
    private static final String SECOND_LINE = "a6000000-0000-4000-8000-000000000002";
    private static final String EVERYBODY = "a6000000-0000-4000-8000-000000000004";
    private static final String KIM = employee(1);
    private static final String SAM = employee(2);
    private static final String JO = employee(5);
    private static final String LEE = employee(7);
    private static final String PORTAL = "a2000000-0000-4000-8000-000000000011";
    private static final String AGENT = "a5000000-0000-4000-8000-000000000002";

    private GraphClient engineer;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        engineer = GraphClient.setUp(StartedSandbox.EMPLOYEES);
    }

    @Test
    void groupsAreFoundByTheirNames() {
        assertThat(engineer.get("/groups?$filter=startsWith(displayName,'help')&$select=id")
                        .all("id"))
                .containsExactlyInAnyOrder(DESK, SECOND_LINE);
        assertThat(engineer.get("/groups/" + DESK).json().path("displayName").asString())
                .isEqualTo("Help desk");
        assertThat(engineer.get("/groups?$filter=visibility eq 'x'").status()).isEqualTo(400);
        assertThat(engineer.get("/groups/" + KIM).status()).isEqualTo(404);
    }

    @Test
    void groupsComeInPages() {
        var first = engineer.get("/groups?$top=3");
        var second = engineer.get(first.json().path("@odata.nextLink").asString());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(1);
        assertThat(second.json().has("@odata.nextLink")).isFalse();
    }

    @Test
    void membersOfAGroupWithinAGroupAreMembersOfBoth() {
        assertThat(engineer.get("/groups/" + DESK + "/members").all("id"))
                .contains(KIM, SECOND_LINE)
                .doesNotContain(SAM);
        assertThat(engineer.get("/groups/" + DESK + "/transitiveMembers/microsoft.graph.user?$select=id,jobTitle")
                        .all("id"))
                .contains(KIM, SAM);
        assertThat(engineer.get("/users/" + SAM + "/memberOf/microsoft.graph.group")
                        .all("id"))
                .containsExactlyInAnyOrder(SECOND_LINE, EVERYBODY);
        assertThat(engineer.get("/users/" + SAM + "/transitiveMemberOf?$select=id")
                        .all("id"))
                .contains(SECOND_LINE, DESK, EVERYBODY);
    }

    @Test
    void groupsThatOnlyGetMailAreLeftOutWhenSecurityIsMeant() {
        assertThat(memberGroups(true)).containsExactlyInAnyOrder(SECOND_LINE, DESK);
        assertThat(memberGroups(false)).contains(EVERYBODY);
    }

    @Test
    void anEmployeeJoinsAndLeaves() {
        assertThat(join(DESK, LEE).status()).isEqualTo(204);
        assertThat(engineer.get("/users/" + LEE + "/memberOf").all("id")).contains(DESK);
        assertThat(join(DESK, LEE).message()).contains("already exist");
        assertThat(leave(DESK, LEE).status()).isEqualTo(204);
        assertThat(leave(DESK, LEE).status()).isEqualTo(404);

        var log = engineer.get("/auditLogs/directoryAudits?$filter=category eq 'GroupManagement'");
        assertThat(log.all("activityDisplayName")).containsExactly("Remove member from group", "Add member to group");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"@odata.id\":5}",
                "{\"@odata.id\":\"e1000000-0000-4000-8000-000000000007\"}",
                "{\"@odata.id\":\"https://graph.microsoft.com/v1.0/devices/e1000000-0000-4000-8000-000000000007\"}"
            })
    void aReferenceThatIsNoneIsRefused(String body) {
        assertThat(engineer.post("/groups/" + DESK + "/members/$ref", body).status())
                .isEqualTo(400);
    }

    @Test
    void nobodyJoinsWhoIsNotThere() {
        assertThat(join(DESK, "00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
    }

    @Test
    void aGroupIsFoundedAndDissolved() {
        var customers = GraphClient.setUp(StartedSandbox.CUSTOMERS);
        var founded = customers.post(
                "/groups",
                "{\"displayName\":\"Returns\",\"mailNickname\":\"returns\",\"mailEnabled\":false,\"securityEnabled\":true}");
        var id = founded.json().path("id").asString();

        assertThat(founded.status()).as(founded.text()).isEqualTo(201);
        assertThat(customers
                        .post("/groups/" + id + "/members/$ref", reference(Customers.JAN))
                        .status())
                .isEqualTo(204);
        assertThat(customers.get("/users/" + Customers.JAN + "/memberOf").all("id"))
                .containsExactly(id);
        assertThat(customers.delete("/groups/" + id).status()).isEqualTo(204);
        assertThat(customers.get("/users/" + Customers.JAN + "/memberOf").items())
                .isEmpty();
    }

    @Test
    void whoMayReadUsersOnlyLearnsWhichGroupsButNotWhatTheyAre() {
        var reader = GraphClient.reader();
        var tom = "/users/" + Customers.TOM_TWO_NAMES;

        var group = reader.get(tom + "/transitiveMemberOf").items().findFirst().orElseThrow();

        assertThat(group.path("id").asString()).isNotEmpty();
        assertThat(group.path("displayName").isNull()).isTrue();
        assertThat(reader.get(tom + "/memberOf").status()).isEqualTo(403);
        assertThat(reader.get("/groups").status()).isEqualTo(403);
        assertThat(GraphClient.portal()
                        .post("/groups/" + DESK + "/members/$ref", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theRolesOfTheDirectoryTellWhoHoldsThem() {
        var role = "/directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')";

        assertThat(engineer.get("/directoryRoles").all("displayName"))
                .contains("Global Administrator", "User Administrator", "Helpdesk Administrator");
        assertThat(engineer.get(role + "/members").all("id")).containsExactly(JO);
        assertThat(GraphClient.setUp(StartedSandbox.CUSTOMERS)
                        .get(role + "/members")
                        .all("id"))
                .containsExactly(Customers.ADA_ADMIN);
        assertThat(engineer.get("/directoryRoles(roleTemplateId='x')/members").status())
                .isEqualTo(404);
        assertThat(GraphClient.reader().get("/directoryRoles").status()).isEqualTo(403);
    }

    @Test
    void aRoleOfAnApplicationIsGivenOnceAndTakenAway() {
        var path = "/users/" + LEE + "/appRoleAssignments";

        var granted = engineer.post(path, grant(LEE, AGENT));

        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        assertThat(granted.json().path("resourceDisplayName").asString()).isEqualTo("Latchkey sign-in");
        assertThat(engineer.get(path).all("appRoleId")).containsExactly(AGENT);
        assertThat(engineer.post(path, grant(LEE, AGENT)).message())
                .isEqualTo("Permission being assigned already exists on the object");
        assertThat(engineer.delete(path + "/" + granted.json().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(engineer.get(path).items()).isEmpty();
    }

    @Test
    void whoeverHasARoleOfThePortalIsSeenToHaveIt() {
        assertThat(engineer.get("/users/" + KIM + "/appRoleAssignments").all("appRoleId"))
                .containsExactly(AGENT);
    }

    @Test
    void aRoleThatCannotBeGivenIsRefused() {
        var path = "/users/" + LEE + "/appRoleAssignments";

        assertThat(engineer.post(path, grant(KIM, AGENT)).status()).isEqualTo(400);
        assertThat(engineer.post(path, grant(LEE, KIM)).status()).isEqualTo(400);
        assertThat(engineer.post(path, "{}").status()).isEqualTo(400);
        assertThat(engineer.post(path, grant(LEE, AGENT).replace(PORTAL, KIM)).status())
                .isEqualTo(404);
        assertThat(GraphClient.staff().post(path, grant(LEE, AGENT)).status()).isEqualTo(403);
    }

    @Test
    void aSnapshotKeepsGroupsAndRolesAsTheyWere() {
        var snapshot = StartedSandbox.control("POST", "/snapshot", "{}").text();
        join(DESK, LEE);
        engineer.post("/users/" + LEE + "/appRoleAssignments", grant(LEE, AGENT));

        StartedSandbox.control("POST", "/restore", snapshot);

        assertThat(engineer.get("/users/" + LEE + "/memberOf").all("id")).containsExactly(EVERYBODY);
        assertThat(engineer.get("/users/" + LEE + "/appRoleAssignments").items())
                .isEmpty();
    }

    private Answer join(String group, String member) {
        return engineer.post("/groups/" + group + "/members/$ref", reference(member));
    }

    private Answer leave(String group, String member) {
        return engineer.delete("/groups/" + group + "/members/" + member + "/$ref");
    }

    private java.util.List<String> memberGroups(boolean secured) {
        return engineer.post("/users/" + SAM + "/getMemberGroups", "{\"securityEnabledOnly\":" + secured + "}")
                .items()
                .map(id -> id.asString())
                .toList();
    }

    private static String reference(String id) {
        return "{\"@odata.id\":\"https://graph.microsoft.com/v1.0/directoryObjects/" + id + "\"}";
    }

    private static String grant(String user, String role) {
        return "{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(user, PORTAL, role);
    }

    private static String employee(int number) {
        return "e1000000-0000-4000-8000-00000000000" + number;
    }
}
