package sandbox.flow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sandbox.people.Contact;
import sandbox.people.ContactChanged;
import sandbox.people.ContactChanged.Message;
import sandbox.settings.CurrentSettings;
import sandbox.tenants.Tenants;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cloud flow as many have one: when names or address of a contact change it writes them to the directory, over Graph and
 * under an application of its own, tries three times and forgets.
 */
@Component
class ClassicFlow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassicFlow.class);
    private static final String APPLICATION = "a0000000-0000-4000-8000-000000000007";
    private static final String SECRET = "sandbox-flow-secret";
    private static final Set<String> WATCHED = Set.of(Contact.FIRST_NAME, Contact.LAST_NAME, Contact.EMAIL);
    private static final int TRIES = 3;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final CurrentSettings settings;
    private final JsonMapper json;
    private volatile @Nullable String root;

    ClassicFlow(CurrentSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @EventListener
    void listening(WebServerInitializedEvent started) {
        root = "http://127.0.0.1:" + started.getWebServer().getPort();
    }

    @EventListener
    void changed(ContactChanged change) {
        var contact = change.after();
        if (settings.now().classicFlow() && contact != null && isWatched(change)) {
            runs.execute(() -> run(contact));
        }
    }

    @Override
    public void close() {
        runs.shutdownNow();
    }

    private static boolean isWatched(ContactChanged change) {
        return change.message() == Message.UPDATE && change.changed().stream().anyMatch(WATCHED::contains);
    }

    private void run(Contact contact) {
        var user = contact.text(Contact.USER_NAME);
        if (user == null) {
            return;
        }
        try {
            atOnce.acquire();
            try {
                write(user, json.writeValueAsString(values(contact)));
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, @Nullable Object> values(Contact contact) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("givenName", contact.text(Contact.FIRST_NAME));
        values.put("surname", contact.text(Contact.LAST_NAME));
        values.put("mail", contact.text(Contact.EMAIL));
        return values;
    }

    private void write(String user, String values) throws InterruptedException {
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            try {
                if (patch(user, values).statusCode() < 300) {
                    return;
                }
            } catch (IOException unreachable) {
                LOG.debug("The flow could not write", unreachable);
            }
            Thread.sleep(Duration.ofSeconds(attempt));
        }
    }

    private HttpResponse<String> patch(String user, String values) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + "/v1.0/users/" + escaped(user)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(values));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + APPLICATION + "&client_secret=" + SECRET + "&scope="
                + escaped("https://graph.microsoft.com/.default");
        var request = HttpRequest.newBuilder(URI.create(root + "/" + Tenants.CUSTOMERS + "/oauth2/v2.0/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return json.readTree(answer.body()).path("access_token").asString("");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
