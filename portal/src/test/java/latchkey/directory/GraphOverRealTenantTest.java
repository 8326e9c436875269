package latchkey.directory;

import java.time.Duration;
import java.util.UUID;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.graph.Reached;
import latchkey.settings.Secret;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract, kept by the Graph adapter over a real tenant. Needs a customer that may be changed: with an e-mail
 * sign-in name and a value in the custom attribute CustomerNumber.
 */
@EnabledIfEnvironmentVariable(
        named = "LATCHKEY_TEST_TENANT",
        matches = ".+",
        disabledReason =
                "No real tenant: set LATCHKEY_TEST_TENANT, LATCHKEY_TEST_CLIENT_ID, LATCHKEY_TEST_CLIENT_SECRET"
                        + " and LATCHKEY_TEST_CUSTOMER (the object id of a customer that may be changed) to run this")
class GraphOverRealTenantTest extends DirectoryContract {

    /** One for all tests, made when the first of them runs. */
    private static final class Tenant {
        private static final Directory DIRECTORY = reach();
    }

    @Override
    Directory directory() {
        return Tenant.DIRECTORY;
    }

    @Override
    Scan scan() {
        return Reached.inPagesOf(999, directory());
    }

    @Override
    CustomerId customer() {
        return new CustomerId(Reached.CONTOSO, UUID.fromString(env("LATCHKEY_TEST_CUSTOMER")));
    }

    /** Reads lag behind writes by up to two minutes (facts §11). */
    @Override
    Duration patience() {
        return Duration.ofMinutes(2);
    }

    private static Directory reach() {
        var registration = AppRegistration.withSecret(
                UUID.fromString(env("LATCHKEY_TEST_CLIENT_ID")), Secret.of(env("LATCHKEY_TEST_CLIENT_SECRET")));
        return Reached.inMicrosoftsCloud(UUID.fromString(env("LATCHKEY_TEST_TENANT")), registration);
    }

    private static String env(String name) {
        return java.util.Objects.requireNonNull(System.getenv(name), name);
    }
}
