package latchkey.sync;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.sync.dataverse.DataverseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the mapping against what both sides really have, as soon as they can be asked. */
@Component
class MappingCheck {

    private static final Logger LOG = LoggerFactory.getLogger(MappingCheck.class);

    private final Mappings mappings;
    private final DataverseSettings environments;
    private final Directories directories;
    private final Contacts contacts;
    private final Map<DirectoryId, List<String>> found = new ConcurrentHashMap<>();

    MappingCheck(Mappings mappings, DataverseSettings environments, Directories directories, Contacts contacts) {
        this.mappings = mappings;
        this.environments = environments;
        this.directories = directories;
        this.contacts = contacts;
    }

    /** Beside the start, because either side may be slow or away. */
    @EventListener(ApplicationReadyEvent.class)
    void check() {
        environments.dataverse().keySet().stream()
                .map(DirectoryId::new)
                .forEach(directory -> Thread.ofVirtual().name("mapping-check").start(() -> report(directory)));
    }

    /** What does not fit, as sentences that name columns and attributes; empty when all does, or nobody could tell. */
    List<String> mistakes(DirectoryId directory) {
        return found.getOrDefault(directory, List.of());
    }

    /** Asks both sides anew. */
    List<String> ask(DirectoryId directory) {
        var mapping = mappings.of(directory);
        var mistakes = Stream.concat(ofColumns(directory, mapping), ofAttributes(directory, mapping))
                .toList();
        found.put(directory, mistakes);
        return mistakes;
    }

    private void report(DirectoryId directory) {
        try {
            ask(directory).forEach(LOG::error);
        } catch (ContactsFailure | DirectoryFailure e) {
            LOG.warn("The mapping of {} is not checked: {}", directory, e.getMessage());
        }
    }

    // One question for all, and only when it is refused one for each, to name those that are missing.
    private Stream<String> ofColumns(DirectoryId directory, Mapping mapping) {
        if (areThere(directory, mapping.columns())) {
            return Stream.empty();
        }
        return mapping.columns().stream()
                .filter(column -> !areThere(directory, List.of(column)))
                .map(column -> "The mapping of %s reads the column %s, which its contacts do not have; correct the name"
                        .formatted(directory, column));
    }

    private boolean areThere(DirectoryId directory, List<String> columns) {
        try {
            contacts.demandColumns(directory, columns);
            return true;
        } catch (ContactsFailure.Misconfigured refused) {
            if (columns.size() == 1 && !String.valueOf(refused.getMessage()).contains(columns.getFirst())) {
                // the question itself is refused, so it says nothing of the column
                throw refused;
            }
            return false;
        }
    }

    private Stream<String> ofAttributes(DirectoryId directory, Mapping mapping) {
        var reached = directories.forSync(directory);
        return reached.stream().flatMap(known -> missing(directory, known, mapping));
    }

    private static Stream<String> missing(DirectoryId id, Directory directory, Mapping mapping) {
        return mapping.definitions(directory).entrySet().stream()
                .filter(attribute -> attribute.getValue().isEmpty())
                .map(
                        attribute ->
                                "The mapping of %s feeds the attribute %s, which the directory does not have; correct the"
                                                .formatted(id, attribute.getKey())
                                        + " name, or give the app registration Application.Read.All so that custom attributes are found");
    }
}
