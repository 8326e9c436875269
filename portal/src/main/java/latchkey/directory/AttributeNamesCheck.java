package latchkey.directory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Compares the attributes that the settings name with those that the directories have, as soon as these can be asked. */
@Component
class AttributeNamesCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AttributeNamesCheck.class);

    private final Directories directories;
    private final List<NamedAttributes> settings;

    AttributeNamesCheck(Directories directories, List<NamedAttributes> settings) {
        this.directories = directories;
        this.settings = List.copyOf(settings);
    }

    /** Beside the start, because a directory may be slow or away; nothing is opened by a name that is not there. */
    @EventListener(ApplicationReadyEvent.class)
    void check() {
        Thread.ofVirtual().name("attribute-names").start(this::report);
    }

    private void report() {
        try {
            unknown().forEach(LOG::error);
        } catch (DirectoryFailure e) {
            LOG.warn("The attributes that the settings name are not checked: {} {}", e.code(), e.getMessage());
        }
    }

    /** What to tell about each name that no directory has; sentences. */
    List<String> unknown() {
        var named = settings.stream().flatMap(NamedAttributes::named).toList();
        if (named.isEmpty()) {
            return List.of();
        }
        var known = known();
        return named.stream()
                .filter(name -> !known.contains(name.attribute()))
                .map(AttributeNamesCheck::sentence)
                .toList();
    }

    private Set<String> known() {
        return directories.all().stream()
                .flatMap(id -> directories.forAgents(id).stream())
                .flatMap(directory -> directory.attributes().stream())
                .map(attribute -> attribute.key().shortName())
                .collect(Collectors.toSet());
    }

    private static String sentence(NamedAttributes.Named named) {
        return "%s names the attribute %s, which no directory has: nobody has a value in it. Correct the name, or give"
                        .formatted(named.setting(), named.attribute())
                + " the app registration Application.Read.All so that custom attributes are found";
    }
}
