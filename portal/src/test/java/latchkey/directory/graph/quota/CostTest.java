package latchkey.directory.graph.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

/** What a call costs, by the published table (facts §12). */
class CostTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users?$filter=mail eq 'a'                                   | 2",
                "users?$select=id&$filter=mail eq 'a'                        | 1",
                "users?$select=id&$top=19                                    | 1",
                "users?$top=19                                               | 1",
                "users?$top=20                                               | 2",
                "users?$expand=memberOf                                      | 3",
                "users?%24select=id&%24expand=memberOf                       | 2",
                "https://graph.microsoft.com/v1.0/users?$skiptoken=X         | 2",
                "users/e1000000-0000-4000-8000-000000000001                  | 1",
                "users/e1000000-0000-4000-8000-000000000001?$select=id       | 1",
                "users/e1000000-0000-4000-8000-000000000001/memberOf         | 2",
                "users/e1/memberOf/microsoft.graph.directoryRole?$select=id  | 1",
                "organization?$select=id                                     | 1",
                "applications?$filter=startsWith(displayName,'b2c')          | 2",
                "applications/e1/extensionProperties?$top=1                  | 1"
            })
    void aReadCostsResourceUnitsAlone(String target, int units) {
        assertThat(Cost.of(HttpMethod.GET, target, false).amounts()).isEqualTo(Map.of(Budget.UNITS, units));
    }

    @Test
    void aWriteCostsAUnitAndAWriteOfTheAppAndOfTheTenant() {
        assertThat(Cost.of(HttpMethod.PATCH, "users/e1", false).amounts())
                .isEqualTo(Map.of(Budget.UNITS, 1, Budget.WRITES, 1, Budget.TENANT_WRITES, 1));
    }

    @Test
    void methodsAndLogsHaveABudgetOfTheirOwnAndNoOther() {
        assertThat(Cost.of(HttpMethod.GET, "users/e1/authentication/methods", true)
                        .amounts())
                .isEqualTo(Map.of(Budget.REPORTS, 1));
    }
}
