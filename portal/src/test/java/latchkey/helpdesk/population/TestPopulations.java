package latchkey.helpdesk.population;

import java.util.Map;
import latchkey.access.AccessSettings;
import latchkey.access.PopulationRule;
import latchkey.directory.Directories;

/** Populations for tests without a portal. */
public final class TestPopulations {

    private TestPopulations() {}

    /** No other than everyone. */
    public static Populations none(Directories directories) {
        return of(Map.of(), directories);
    }

    public static Populations of(Map<String, PopulationRule> rules, Directories directories) {
        return new Populations(new AccessSettings(Map.of(), rules, Map.of(), 15, 8, null), directories);
    }
}
