package latchkey.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import latchkey.access.AccessSettings;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.access.StepUpSettings;
import latchkey.api.FreshSignIn;
import latchkey.audit.CustomerSeal;
import latchkey.audit.ErasableCustomers;
import latchkey.audit.NotedChanges;
import latchkey.audit.RememberedTrail;
import latchkey.database.OneByOne;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerSignIns;
import latchkey.directory.Directories;
import latchkey.directory.InMemoryDirectory;
import latchkey.helpdesk.action.Action;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.CaseOpening;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.customer.Moments;
import latchkey.helpdesk.customer.Standstills;
import latchkey.helpdesk.verification.AddressesOnFile;
import latchkey.helpdesk.verification.CallResult;
import latchkey.helpdesk.verification.Verifications;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import latchkey.notify.Sealer;
import latchkey.notify.TextMessage;
import latchkey.notify.TextMessages;
import latchkey.web.Brand;
import org.jspecify.annotations.Nullable;
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

/** The help desk without its doors: cases, verification, approvals and actions on a directory and a trail in this JVM. */
public final class HelpDesk implements AutoCloseable {

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final MovableClock clock = new MovableClock();
    private final RememberedTrail trail = new RememberedTrail(clock);
    private final RememberedLog log = new RememberedLog();
    private final RememberedColleagues colleagues =
            new RememberedColleagues(Employees.kim(), Employees.sam(), Employees.robin(), Employees.pat());
    private final SignInsAtHand signIns = new SignInsAtHand();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<TextMessage> texts = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException mailTrouble;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private HelpDesk(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.putIfAbsent("latchkey.directories.contoso.name", "Contoso Customers");
        all.putIfAbsent("latchkey.verification.key-file", Path.of("target", "test-keys", "verification.key"));
        all.putIfAbsent("latchkey.actions.read-back-for", "0s");
        for (var what :
                List.of("customers", "searches", "verifications", "actions", "actions-on-customer", "reveals")) {
            all.putIfAbsent("latchkey.limits." + what + "-per-hour", "100000");
            all.putIfAbsent("latchkey.limits." + what + "-per-day", "100000");
        }
        all.putIfAbsent("latchkey.brand.name", "Contoso Care");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        var database = TestDatabase.shared().application();
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        context.register(OneByOne.class, NotedChanges.class, ErasableCustomers.class);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ActivityLog.class, () -> log);
        context.registerBean(RememberedTrail.class, () -> trail);
        context.registerBean(CustomerSeal.class, OneKeySeal::new);
        context.registerBean(RememberedColleagues.class, () -> colleagues);
        context.registerBean(Directories.class, directory::alone);
        context.registerBean(CustomerSignIns.class, () -> signIns);
        context.registerBean(Mailer.class, RememberingMailer::new);
        context.registerBean(TextMessages.class, () -> this::remember);
        context.registerBean(Sealer.class, () -> new Sealer(Path.of("target", "test-keys", "mail.key")));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.setAllowBeanDefinitionOverriding(false);
        context.register(Desk.class, FreshSignIn.class, Standstills.class, Moments.class, Brand.class);
        context.refresh();
    }

    /** A desk with the settings that ship. */
    public static HelpDesk open() {
        return open(Map.of());
    }

    public static HelpDesk open(Map<String, Object> settings) {
        return new HelpDesk(settings);
    }

    public InMemoryDirectory directory() {
        return directory;
    }

    public RememberedTrail trail() {
        return trail;
    }

    /** What the directory's own log says of customers. */
    public RememberedLog log() {
        return log;
    }

    /** Who else is at work, and with which rights. */
    public RememberedColleagues colleagues() {
        return colleagues;
    }

    public MovableClock clock() {
        return clock;
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Text messages, where the settings name a provider. */
    public List<TextMessage> texts() {
        return List.copyOf(texts);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every part of that sort. */
    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** The names of all actions there are. */
    @SuppressWarnings("rawtypes") // a class literal has no parameters
    public List<String> actions() {
        return context.getBeansOfType(Action.class).values().stream()
                .map(Action::name)
                .toList();
    }

    /** Jan, who signs in with an address. */
    public CustomerId jan() {
        var unique = UUID.randomUUID().toString().substring(0, 8);
        return directory.add("Jan Jansen", "jan." + unique + "@example.com", "C-" + unique);
    }

    public Case caseFor(Agent agent, CustomerId customer) {
        return bean(Cases.class).open(agent, customer, new CaseOpening("forgotten-password", "called in", "T-1"));
    }

    /** The caller reads back the code that was mailed. */
    public void verify(Agent agent, Case under) {
        var verifications = bean(Verifications.class);
        var customer = directory.byId(under.customer()).orElseThrow();
        var sent = verifications.start(
                agent,
                under,
                bean(AddressesOnFile.class).of(customer).getFirst().handle());
        verifications.answer(agent, under, sent.id(), lastCode());
    }

    /** The caller reads back the code that went to a registered phone. */
    public void verifyByText(Agent agent, Case under) {
        var verifications = bean(Verifications.class);
        var customer = directory.byId(under.customer()).orElseThrow();
        var phone = verifications.waysLookedUp(agent, directory, customer, null).stream()
                .filter(way -> way.method().equals("texted-code"))
                .flatMap(way -> way.choices().stream())
                .findFirst()
                .orElseThrow();
        var sent = verifications.start(agent, under, phone.handle());
        var code = String.valueOf(texts.getLast().values().get("code"));
        verifications.answer(agent, under, sent.id(), code);
    }

    /** The agent rings a registered phone and says that the customer answered. */
    public void ringBack(Agent agent, Case under) {
        var verifications = bean(Verifications.class);
        var customer = directory.byId(under.customer()).orElseThrow();
        var phone = verifications.waysLookedUp(agent, directory, customer, null).stream()
                .filter(way -> way.method().equals("called-back"))
                .flatMap(way -> way.choices().stream())
                .findFirst()
                .orElseThrow();
        var ringing = verifications.start(agent, under, phone.handle());
        verifications.number(agent, under, ringing.id());
        verifications.ended(agent, under, ringing.id(), CallResult.REACHED);
    }

    /** Fails every mail from now on, as a process would that dies before it has written it; null ends the trouble. */
    public void failMails(@Nullable RuntimeException with) {
        mailTrouble = with;
    }

    public String lastCode() {
        return mails.stream()
                .filter(mail -> mail.template().equals("verification-code"))
                .map(mail -> String.valueOf(mail.values().get("code")))
                .toList()
                .getLast();
    }

    private UUID remember(TextMessage message) {
        texts.add(message);
        return UUID.randomUUID();
    }

    @Override
    public void close() {
        context.close();
    }

    /** The modules under test; no {@code @Configuration}, or the scan of the whole portal would find it too. */
    @EnableConfigurationProperties({AccessSettings.class, AddressSettings.class, StepUpSettings.class})
    @ConfigurationPropertiesScan({"latchkey.helpdesk", "latchkey.web"})
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
                "latchkey.helpdesk.escalation"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Endpoint|Pages?|Panel|Navigation|Banner)"))
    static class Desk {}

    private final class RememberingMailer implements Mailer {
        @Override
        public UUID send(Mail mail) {
            var trouble = mailTrouble;
            if (trouble != null) {
                throw trouble;
            }
            mails.add(mail);
            return UUID.randomUUID();
        }

        @Override
        public UUID sendToAdministrator(String template, Locale locale, Map<String, Object> values) {
            return send(new Mail(template, "administrator@localhost", locale, values));
        }
    }
}
