package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** What a B2C tenant lets filter, and the exact words for what it does not: facts §4.3. */
class FilteringUsersTest {

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "displayName eq 'Jan Novák' | Jan Novák",
                "displayName eq 'JAN NOVÁK' | Jan Novák",
                "startsWith(displayName,'Conor O''N') | Conor O'Neil",
                "startswith(surname,'o''neil') | Conor O'Neil",
                "mail eq 'pia+shop@example.com' | Pia Sandoval",
                "otherMails/any(o:o eq 'fay.marchetti@example.com') | Fay Marchetti",
                "identities/any(c:c/issuerAssignedId eq 'tomo' and c/issuer eq 'contosocustomers.onmicrosoft.com') |"
                        + " Tom Okafor",
                "identities/any(i:i/issuer eq 'any' and i/issuerAssignedId eq 'TOM.OKAFOR@example.com') | Tom Okafor",
                "identities/any(c:c/issuerAssignedId eq '109876543210987654321' and c/issuer eq 'google.com') | Fay"
                        + " Marchetti",
                "extension_b2ce0000000040008000000000000001_CustomerNumber eq 'C-900007' | ليلى حداد",
                "givenName eq 'ليلى' | ليلى حداد",
                "id eq 'c0000000-0000-4000-8000-000000000004' | Noah Brandt",
                "id in ('c0000000-0000-4000-8000-000000000004','x') | Noah Brandt",
                "surname eq 'Novák' and (city eq 'Brno' or city eq 'Praha') | Jan Novák",
                "proxyAddresses/any(p:startsWith(p,'smtp:jan.novak@')) | Jan Novák"
            })
    void theDefaultOperatorsFindExactlyWhoFits(String expression, String name) {
        var found = portal.filter(expression);

        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.all("displayName")).containsExactly(name);
    }

    @Test
    void truthValuesAndTimesCompareAsSuch() {
        assertThat(portal.filter("accountEnabled eq false").all("displayName")).contains("Maria Lindqvist");
        assertThat(portal.filter("createdDateTime ge 2025-09-27T00:00:00Z").all("displayName"))
                .contains("Jan Novák");
        assertThat(portal.filter("createdDateTime le 2019-01-01T00:00:00Z").items())
                .isEmpty();
        assertThat(portal.filter(Customers.PREFIX + "LoyaltyPoints eq 1250").all("displayName"))
                .contains("Jan Novák");
    }

    @Test
    void aPrincipalNameIsNoIdentityToSearchBy() {
        assertThat(portal.filter(identity(Customers.JAN + "@" + Customers.ISSUER, Customers.ISSUER))
                        .items())
                .isEmpty();
    }

    @Test
    void aFederatedIdentityOfAnotherIssuerIsNotFound() {
        assertThat(portal.filter(identity("109876543210987654321", "facebook.com"))
                        .items())
                .isEmpty();
    }

    @Test
    void anIssuerThatStandsAloneFindsAllItsCustomers() {
        assertThat(portal.filter("identities/any(c:c/issuer eq 'google.com')").all("displayName"))
                .contains("Fay Marchetti");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mobilePhone eq '+420601123456'",
                "startsWith(mobilePhone,'+420')",
                "officeLocation eq 'x'",
                "companyName eq 'x'",
                "displayName ne 'x'",
                "not(displayName eq 'x')",
                "not startsWith(displayName,'x')",
                "mail eq null",
                "displayName ge 'x'",
                "displayName gt 'x'",
                "startsWith(jobTitle,'x')",
                "createdDateTime in (2026-01-01T00:00:00Z)",
                "employeeId in ('1')",
                "businessPhones/any(b:startsWith(b,'1'))",
                "businessPhones eq '1'",
                "otherMails/any()",
                "otherMails/all(o:o eq 'x')",
                "contains(displayName,'x')",
                "identities/any(c:c/issuerAssignedId eq 'x')",
                "identities/any(c:c/issuer eq 'contosocustomers.onmicrosoft.com')",
                "identities/any(c:c/issuerAssignedId eq 'x' or c/issuer eq 'y')",
                "identities/any(c:c/signInType eq 'x' and c/issuer eq 'y')",
                "startsWith(extension_b2ce0000000040008000000000000001_CustomerNumber,'C-')",
                "extension_b2ce0000000040008000000000000001_CustomerNumber ne 'x'",
                "passwordProfile eq 'x'"
            })
    void whatB2cDoesNotFilterIsAnUnsupportedQuery(String expression) {
        var refused = portal.filter(expression);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(refused.message()).startsWith("Unsupported or invalid query filter clause specified for property '");
    }

    @Test
    void endsWithAsksForParametersThatWouldNotHelpInB2c() {
        assertThat(portal.filter("endsWith(mail,'@example.com')").message())
                .startsWith("Operator 'endsWith' is not supported because the required parameters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayName eq",
                "displayName eq 'unterminated",
                "displayName 'x'",
                "eq 'x'",
                "(displayName eq 'x'",
                "displayName eq 'x')",
                "displayName eq 'x' and",
                "startsWith(displayName)",
                "nonsense(displayName,'x')",
                "shoeSize eq '1'",
                "displayName eq 5",
                "accountEnabled eq 'true'",
                "createdDateTime ge 'yesterday'",
                "displayName in ()",
                "displayName eq 'x' or 1 eq 1",
                "id eq c0000000-0000-4000-8000-000000000004",
                ""
            })
    void anExpressionThatCannotBeReadIsABadRequest(String expression) {
        var refused = portal.filter(expression);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.message()).startsWith("Invalid filter clause: ");
    }

    @Test
    void anUnknownCustomAttributeIsNamed() {
        assertThat(portal.filter("extension_x_y eq 'v'").message())
                .isEqualTo("The following extension properties are not available: extension_x_y.");
    }

    @Test
    void moreThanFifteenAlternativesAreTooMany() {
        var ids = IntStream.range(0, 16).mapToObj(i -> "'" + i + "'").toList();

        assertThat(portal.filter(in(ids.subList(0, 15))).status()).isEqualTo(200);
        assertThat(portal.filter(in(ids)).message()).startsWith("Too many child clauses");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThat(portal.filter("(".repeat(500) + "id eq '1'" + ")".repeat(500))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void advancedQueriesStayRefusedInB2cEvenWithTheHeader() {
        var counted = portal.get("/users?$count=true&$filter=endsWith(mail,'x')", "ConsistencyLevel", "eventual");
        var searched = portal.get("/users?$search=%22displayName:jan%22", "ConsistencyLevel", "eventual");

        assertThat(counted.message()).isEqualTo("This request is not supported by the service");
        assertThat(searched.message()).isEqualTo("This request is not supported by the service");
    }

    @Test
    void countingWithoutTheHeaderIsSilentlyIgnored() {
        var answer = portal.get("/users?$count=true&$top=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("@odata.count")).isFalse();
    }

    @Test
    void theNumberOfUsersIsNotToldInB2c() {
        var refusal = "$count is not currently supported.";

        assertThat(portal.get("/users/$count").message()).isEqualTo(refusal);
        assertThat(portal.get("/users/$count", "ConsistencyLevel", "eventual").message())
                .isEqualTo(refusal);
    }

    @Test
    void searchingWithoutTheHeaderSaysSo() {
        assertThat(portal.get("/users?$search=%22displayName:jan%22").message())
                .startsWith("Request with $search query parameter only works through MSGraph");
    }

    @Test
    void changesAreNotEnumerated() {
        var refused = portal.get("/users/delta");

        assertThat(refused.code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(refused.message()).isEqualTo("Change enumeration is not supported for requested tenant.");
    }

    private static String in(List<String> ids) {
        return "id in (" + String.join(",", ids) + ")";
    }

    private static String identity(String assigned, String issuer) {
        return "identities/any(c:c/issuerAssignedId eq '" + assigned + "' and c/issuer eq '" + issuer + "')";
    }
}
