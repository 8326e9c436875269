package sandbox.dataverse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import sandbox.clock.SandboxClock;
import sandbox.dataverse.query.BadQuery;
import sandbox.dataverse.query.Column;
import sandbox.dataverse.query.Query;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.settings.CurrentSettings;
import sandbox.settings.Dataverse;

/**
 * What changed in the table contact since somebody asked last: created and changed rows by version, then deleted ones
 * (facts, Dataverse §1c).
 */
@Component
class ChangeTracking {

    private static final List<String> REFUSED = List.of("$filter", "$orderby", "$expand", "$top");
    private static final String TOKEN = "$deltatoken";
    private static final String SKIP = "$skiptoken";

    private final Contacts contacts;
    private final CurrentSettings settings;
    private final SandboxClock clock;

    ChangeTracking(Contacts contacts, CurrentSettings settings, SandboxClock clock) {
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Rows of one answer, and where the next one goes on. */
    private record Part(List<Contact> changed, List<Contacts.Deleted> deleted, Walk then, boolean isLast) {}

    static boolean isAskedFor(Map<String, String> options, Preferences preferences) {
        return preferences.tracksChanges() || options.containsKey(TOKEN) || Walk.isOne(options.getOrDefault(SKIP, ""));
    }

    ResponseEntity<Map<String, Object>> page(Map<String, String> options, Preferences preferences) {
        demandAllowed(options);
        var size = preferences.maxPageSize() == null ? Query.LARGEST_PAGE : preferences.maxPageSize();
        var columns = ContactTable.TABLE.select(options.getOrDefault("$select", ""));
        var part = part(walk(options), Math.clamp(size, 1, Query.LARGEST_PAGE));
        return Answers.ok(preferences.applied(), body(part, columns, options));
    }

    /** How many rows a walk from this token would bring. */
    long count(Map<String, String> options) {
        demandAllowed(options);
        var walk = walk(options);
        return contacts.changed(walk.changed(), walk.upTo()).count()
                + contacts.deleted(walk.deleted(), walk.upTo()).count();
    }

    private void demandAllowed(Map<String, String> options) {
        var dataverse = settings.now().dataverse();
        if (!dataverse.changeTracking()) {
            throw DataverseException.badRequest("Entity: contact isn't enabled for change tracking.");
        }
        if (!dataverse.organizationRead()) {
            throw new DataverseException(
                    403,
                    "0x80040220",
                    "Principal user is missing prvReadContact privilege with the depth Organization.");
        }
        REFUSED.stream().filter(options::containsKey).findFirst().ifPresent(option -> {
            throw new BadQuery(
                    "The \"" + option + "\" query parameter isn't supported when Change Tracking is enabled.");
        });
    }

    private Walk walk(Map<String, String> options) {
        var begun = options.get(SKIP);
        if (begun != null) {
            return demandFresh(Walk.read(begun));
        }
        var token = options.get(TOKEN);
        if (token == null) {
            return Walk.begin(0, contacts.latest(), clock.instant());
        }
        var known = DeltaToken.read(token);
        demandFresh(Walk.begin(known.version(), 0, known.at()));
        return Walk.begin(known.version(), Math.max(known.version(), contacts.latest()), clock.instant());
    }

    private Walk demandFresh(Walk walk) {
        Dataverse dataverse = settings.now().dataverse();
        var oldest = clock.instant().minus(Duration.ofDays(dataverse.changeTrackingDays()));
        if (walk.at().isBefore(oldest)) {
            throw new DataverseException(
                    dataverse.expiredTokenStatus(),
                    "0x80044352",
                    "Version stamp associated with the client has expired. Please perform a full sync.");
        }
        return walk;
    }

    private Part part(Walk walk, int size) {
        var changed = firstOf(contacts.changed(walk.changed(), walk.upTo()), size + 1);
        if (changed.size() > size) {
            var page = changed.subList(0, size);
            return new Part(page, List.of(), walk.afterChange(page.getLast().version()), false);
        }
        var room = size - changed.size();
        var deleted = walk.isFromTheStart()
                ? List.<Contacts.Deleted>of()
                : firstOf(contacts.deleted(walk.deleted(), walk.upTo()), room + 1);
        var page = deleted.subList(0, Math.min(room, deleted.size()));
        var last = page.isEmpty() ? walk.deleted() : page.getLast().version();
        return new Part(changed, page, walk.afterDeletion(last), deleted.size() <= room);
    }

    private static <T> List<T> firstOf(Stream<T> rows, int most) {
        return rows.limit(most).toList();
    }

    private static Map<String, Object> body(Part part, List<Column> columns, Map<String, String> options) {
        Map<String, Object> body = new LinkedHashMap<>();
        var context = Answers.context(ContactTable.TABLE, columns);
        body.put("@odata.context", part.then().isFromTheStart() ? context : context + "/$delta");
        List<Map<String, Object>> rows = new ArrayList<>();
        part.changed().forEach(contact -> rows.add(Answers.row(ContactTable.row(contact), columns)));
        part.deleted().forEach(deleted -> rows.add(tombstone(deleted)));
        body.put("value", rows);
        if (part.isLast()) {
            body.put("@odata.deltaLink", link(TOKEN, part.then().end().escaped(), options));
        } else {
            body.put("@odata.nextLink", link(SKIP, part.then().skipToken(), options));
        }
        return body;
    }

    private static Map<String, Object> tombstone(Contacts.Deleted deleted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("@odata.context", Answers.root() + "$metadata#contacts/$deletedEntity");
        row.put("id", deleted.id());
        row.put("reason", "deleted");
        return row;
    }

    private static String link(String parameter, String token, Map<String, String> options) {
        var select = options.getOrDefault("$select", "");
        var selected = select.isEmpty()
                ? ""
                : "$select=" + URLEncoder.encode(select, UTF_8).replace("+", "%20") + "&";
        return ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQuery(null)
                        .build(true)
                        .toUriString() + "?" + selected + parameter + "=" + token;
    }
}
