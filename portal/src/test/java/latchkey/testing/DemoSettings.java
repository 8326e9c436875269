package latchkey.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demo's settings, turned towards the ports of a test. */
final class DemoSettings {

    private static final String EMPLOYEES = "e0000000-0000-4000-8000-000000000002";

    private static final String APP = "a0000000-0000-4000-8000-0000000000";

    private DemoSettings() {}

    static Map<String, String> forTests(SandboxProcess sandbox, int port, int frontPort) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", String.valueOf(port));
        settings.put("spring.main.allow-bean-definition-overriding", "true");
        settings.put("spring.main.register-shutdown-hook", "false");
        settings.put("latchkey.url", PortalProcess.local(port).toString());
        settings.put("latchkey.front.port", String.valueOf(frontPort));
        settings.put("latchkey.front.url", PortalProcess.local(frontPort).toString());
        settings.put("latchkey.front.limit.per-minute", "6000");
        settings.put("latchkey.front.limit.burst", "1000");
        manyAgentsInOne(settings);
        settings.put("latchkey.brand.name", "Contoso Care");
        settings.put("latchkey.brand.support", "The identity team is at extension 4711.");
        settings.put("latchkey.brand.customer-support", "Write to help@contoso.example.");
        settings.put("latchkey.access.no-role-contact", "The identity team is at extension 4711.");
        employees(settings, sandbox);
        directory(settings, sandbox);
        dataverse(settings, sandbox);
        settings.put("latchkey.mail.host", "127.0.0.1");
        settings.put("latchkey.mail.port", smtpPort(sandbox));
        settings.put("latchkey.mail.from", "help@contoso.example");
        settings.put("latchkey.mail.administrator", "admin@contoso.example");
        settings.put("latchkey.sms.url", sandbox.url() + "/sms/messages");
        settings.put("latchkey.sms.secret", PortalProcess.secretFile("sandbox-sms-secret"));
        settings.put("latchkey.sms.from", "Contoso");
        var keys = PortalProcess.folder("latchkey-audit");
        settings.put(
                "latchkey.verification.key-file",
                PortalProcess.folder("latchkey-keys")
                        .resolve("verification.key")
                        .toString());
        settings.put(
                "latchkey.mail.key-file",
                PortalProcess.folder("latchkey-keys").resolve("mail.key").toString());
        settings.put("latchkey.sync.watch.begin-live", "true");
        settings.put(
                "latchkey.sync.guards.key-file",
                PortalProcess.folder("latchkey-keys").resolve("sync.key").toString());
        settings.put("latchkey.audit.keys", keys.resolve("keys").toString());
        settings.put("latchkey.audit.anchor", keys.resolve("anchor").toString());
        return settings;
    }

    /** In tests few agents do the work of a whole desk within minutes. */
    private static void manyAgentsInOne(Map<String, String> settings) {
        settings.put("latchkey.access.sessions.at-once", "100");
        for (var what :
                List.of("customers", "searches", "reveals", "verifications", "actions", "actions-on-customer")) {
            settings.put("latchkey.limits." + what + "-per-hour", "100000");
            settings.put("latchkey.limits." + what + "-per-day", "100000");
        }
    }

    private static void employees(Map<String, String> settings, SandboxProcess sandbox) {
        settings.put("latchkey.employees.issuer", sandbox.url() + "/" + EMPLOYEES + "/v2.0");
        settings.put("latchkey.employees.client-id", APP + "11");
        settings.put("latchkey.employees.client-secret", PortalProcess.secretFile("sandbox-signin-secret"));
    }

    private static void directory(Map<String, String> settings, SandboxProcess sandbox) {
        var prefix = "latchkey.directories.contoso.";
        settings.put(prefix + "name", "Contoso Customers");
        settings.put(prefix + "tenant", "b2c00000-0000-4000-8000-000000000001");
        settings.put(prefix + "graph-url", sandbox.url());
        settings.put(prefix + "login-url", sandbox.url());
        settings.put(prefix + "agents.client-id", APP + "01");
        settings.put(prefix + "agents.client-secret", PortalProcess.secretFile("sandbox-portal-secret"));
        settings.put(prefix + "sync.client-id", APP + "02");
        settings.put(prefix + "sync.client-secret", PortalProcess.secretFile("sandbox-sync-secret"));
        settings.put(prefix + "attributes.CustomerNumber.label", "Customer number");
        settings.put(prefix + "attributes.CustomerNumber.search", "true");
        settings.put(prefix + "attributes.Brand.label", "Brand");
        settings.put(prefix + "attributes.LoyaltyPoints.label", "Loyalty points");
        settings.put(prefix + "customer-number", "CustomerNumber");
        settings.put(
                prefix + "sign-in.authority", sandbox.url() + "/contosocustomers.onmicrosoft.com/B2C_1_verify/v2.0");
        settings.put(prefix + "sign-in.issuer", sandbox.url() + "/b2c00000-0000-4000-8000-000000000001/v2.0/");
        settings.put(prefix + "sign-in.client-id", APP + "08");
        settings.put(prefix + "sign-in.client-secret", PortalProcess.secretFile("sandbox-verify-secret"));
        settings.put(prefix + "sign-in.policy", "B2C_1_verify");
        // The collector calls whenever it is due: tests that count calls would count its own.
        settings.put(prefix + "activity.enabled", "false");
    }

    private static void dataverse(Map<String, String> settings, SandboxProcess sandbox) {
        var prefix = "latchkey.dataverse.contoso.";
        settings.put(prefix + "url", sandbox.url());
        settings.put(prefix + "login-url", sandbox.url());
        settings.put(prefix + "tenant", EMPLOYEES);
        settings.put(prefix + "client-id", APP + "12");
        settings.put(prefix + "client-secret", PortalProcess.secretFile("sandbox-dataverse-secret"));
        settings.put(prefix + "webhook.header", "x-latchkey-key");
        settings.put(prefix + "webhook.key", PortalProcess.secretFile("sandbox-webhook-key"));
        // whoever tests the other nets switches them on
        settings.put(prefix + "delta.enabled", "false");
    }

    private static String smtpPort(SandboxProcess sandbox) {
        return sandbox.control().settings().path("smtpPort").asString("8025");
    }
}
