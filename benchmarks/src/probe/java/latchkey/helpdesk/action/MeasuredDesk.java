package latchkey.helpdesk.action;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import latchkey.access.AccessSettings;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.access.Authenticated;
import latchkey.access.Colleagues;
import latchkey.access.Permission;
import latchkey.access.StepUpSettings;
import latchkey.api.FreshSignIn;
import latchkey.audit.KeptTrail;
import latchkey.audit.ErasableCustomers;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerSignIns;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInAnswer;
import latchkey.directory.SignInRoute;
import latchkey.directory.SignInTie;
import latchkey.directory.graph.Reach;
import latchkey.helpdesk.cases.CaseOpening;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.customer.Moments;
import latchkey.helpdesk.customer.Standstills;
import latchkey.helpdesk.sessions.EndingSessions;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import latchkey.notify.Sealer;
import latchkey.notify.TextMessages;
import latchkey.web.Brand;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The help desk without its doors, on the real directory port and database, with whatever trail it is given. */
final class MeasuredDesk implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private final Agent agent = new Agent(
            "https://issuer.example",
            "kim-oid",
            "kim-oid",
            "Kim",
            "kim@contoso.example",
            null,
            Set.of("agent"),
            EnumSet.allOf(Permission.class),
            Set.of(AccessSettings.EVERYONE),
            Authenticated.NOT_SAID);

    MeasuredDesk(Path folder, DataSource connections, Directories directories, KeptTrail kept, Trail trail) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("benchmark", settings(folder)));
        context.registerBean(DataSource.class, () -> connections, definition -> definition.setDestroyMethodName(""));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(connections)));
        context.register(OneByOne.class, NotedChanges.class, ErasableCustomers.class);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Trail.class, () -> trail);
        context.registerBean(latchkey.audit.AuditReader.class, () -> kept.reader(connections));
        context.registerBean(latchkey.audit.CustomerSeal.class, () -> kept.seal(connections));
        context.registerBean(Colleagues.class, Alone::new);
        context.registerBean(Directories.class, () -> directories, definition -> definition.setDestroyMethodName(""));
        context.registerBean(CustomerSignIns.class, NoSignIns::new);
        context.registerBean(Mailer.class, NoMailer::new);
        context.registerBean(TextMessages.class, () -> message -> UUID.randomUUID());
        context.registerBean(Sealer.class, () -> new Sealer(folder.resolve("mail.key")));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.register(Desk.class, FreshSignIn.class, Standstills.class, Moments.class, Brand.class);
        context.refresh();
    }

    /** What the agent hands in for each of these customers, who have an open case each. */
    List<Submission<Object>> submissions(List<CustomerId> customers) {
        var cases = context.getBean(Cases.class);
        var directory = context.getBean(Directories.class).forAgents(Reach.CONTOSO).orElseThrow();
        var all = new ArrayList<Submission<Object>>();
        for (var id : customers) {
            var under = cases.current(agent, id)
                    .orElseGet(() -> cases.open(agent, id, new CaseOpening("forgotten-password", null, "T-1")));
            var now = directory.customers().byId(id).orElseThrow();
            all.add(new Submission<>(
                    agent, id, id, under.id(), null, Seen.fingerprint(action(), now), null, EndingSessions.asked()));
        }
        return all;
    }

    void carryOut(Submission<Object> submission) {
        var result = context.getBean(ActionOrder.class).carryOut(action(), submission);
        if (result instanceof Result.Refused || result instanceof Result.Unknown) {
            throw new IllegalStateException(result.toString());
        }
    }

    @SuppressWarnings("unchecked") // an action's command is of the action's own making
    private Action<Object> action() {
        return (Action<Object>) context.getBeansOfType(Action.class).values().stream()
                .filter(action -> action.name().equals(EndingSessions.NAME))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> settings(Path folder) {
        var all = new HashMap<String, Object>();
        all.put("latchkey.directories.contoso.name", "Contoso Customers");
        all.put("latchkey.verification.key-file", folder.resolve("verification.key").toString());
        all.put("latchkey.brand.name", "Contoso Care");
        Stream.of("customers", "searches", "verifications", "actions", "actions-on-customer", "reveals")
                .forEach(what -> {
                    all.put("latchkey.limits." + what + "-per-hour", "1000000");
                    all.put("latchkey.limits." + what + "-per-day", "1000000");
                });
        return all;
    }

    @Override
    public void close() {
        context.close();
    }

    /** As in the tests of the help desk, with the directories' own log as it is collected. */
    @EnableConfigurationProperties({AccessSettings.class, AddressSettings.class, StepUpSettings.class})
    @ConfigurationPropertiesScan({"latchkey.helpdesk", "latchkey.web", "latchkey.directory.activity"})
    @ComponentScan(
            basePackages = {
                "latchkey.helpdesk.population",
                "latchkey.helpdesk.protection",
                "latchkey.helpdesk.policy",
                "latchkey.helpdesk.caution",
                "latchkey.helpdesk.limits",
                "latchkey.helpdesk.cases",
                "latchkey.helpdesk.verification",
                "latchkey.helpdesk.approval",
                "latchkey.helpdesk.action",
                "latchkey.helpdesk.profile",
                "latchkey.helpdesk.credentials",
                "latchkey.helpdesk.lifecycle",
                "latchkey.helpdesk.sessions",
                "latchkey.helpdesk.notices",
                "latchkey.helpdesk.escalation",
                "latchkey.directory.activity"
            },
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Endpoint|Pages?|Panel|Navigation|Banner|Collectors|Configuration\\$.*)"))
    static class Desk {}

    /** Nobody else is at work. */
    private static final class Alone implements Colleagues {
        @Override
        public Optional<Agent> now(String key) {
            return Optional.empty();
        }

        @Override
        public List<Agent> atWork() {
            return List.of();
        }
    }

    /** Nobody is verified while actions are measured. */
    private static final class NoSignIns implements CustomerSignIns {
        @Override
        public List<Place> places() {
            return List.of();
        }

        @Override
        public SignInRoute begin(DirectoryId directory, URI back, SignInTie tie) {
            return new SignInRoute.Away();
        }

        @Override
        public SignInAnswer end(DirectoryId directory, URI back, SignInTie tie, String code) {
            return new SignInAnswer.NotShown();
        }
    }

    private static final class NoMailer implements Mailer {
        @Override
        public UUID send(Mail mail) {
            return UUID.randomUUID();
        }

        @Override
        public UUID sendToAdministrator(String template, Locale locale, Map<String, Object> values) {
            return UUID.randomUUID();
        }
    }
}
