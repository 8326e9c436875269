package latchkey.helpdesk.population;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.AccessSettings;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.directory.NamedAttributes;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks over the populations of the settings before anybody works by them. */
@Component
class PopulationCheck implements NamedAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(PopulationCheck.class);

    private final AccessSettings settings;

    PopulationCheck(AccessSettings settings, Directories directories) {
        this.settings = settings;
        demandDirectories(settings, directories);
        rolesWithoutPopulation(settings)
                .forEach(role -> LOG.warn(
                        "The role {} has no population: it shows no customer unless a claim gives one. To show all, write"
                                + " latchkey.access.roles.{}.populations: [everyone]",
                        role,
                        role));
    }

    @Override
    public Stream<Named> named() {
        return settings.populations().entrySet().stream()
                .flatMap(population -> population.getValue().where().keySet().stream()
                        .map(attribute -> new Named("latchkey.access.populations." + population.getKey(), attribute)));
    }

    static Stream<String> rolesWithoutPopulation(AccessSettings settings) {
        return settings.roles().entrySet().stream()
                .filter(role -> role.getValue().populations().isEmpty())
                .map(Map.Entry::getKey)
                .sorted();
    }

    private static void demandDirectories(AccessSettings settings, Directories directories) {
        var known = directories.all().stream().map(DirectoryId::value).collect(Collectors.toSet());
        settings.populations()
                .forEach((name, rule) -> rule.directories().stream()
                        .filter(directory -> !known.contains(directory))
                        .findFirst()
                        .ifPresent(unknown -> {
                            throw new CannotStart(
                                    ExitCode.USAGE,
                                    "latchkey.access.populations.%s names the directory %s, which is not in the settings; write one of %s"
                                            .formatted(name, unknown, String.join(", ", known)));
                        }));
    }
}
