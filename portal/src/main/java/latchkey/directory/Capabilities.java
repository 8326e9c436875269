package latchkey.directory;

import java.util.EnumMap;
import java.util.Map;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;

/** What can be done in a directory with one app registration, and why not what cannot; all that is not named can be. */
public record Capabilities(Map<CapabilityName, Capability> named) {

    public Capabilities {
        named = Map.copyOf(named);
    }

    /** Everything can be done. */
    public static Capabilities all() {
        return new Capabilities(Map.of());
    }

    /** Nothing is known, so that everything may be tried; the reason is a key of the message catalogue. */
    public static Capabilities unknown(String reason) {
        var named = new EnumMap<CapabilityName, Capability>(CapabilityName.class);
        for (var name : CapabilityName.values()) {
            named.put(name, new Capability.Available(reason));
        }
        return new Capabilities(named);
    }

    /** The same but for one. */
    public Capabilities with(CapabilityName name, Capability capability) {
        var changed = new EnumMap<CapabilityName, Capability>(CapabilityName.class);
        changed.putAll(named);
        changed.put(name, capability);
        return new Capabilities(changed);
    }

    public Capability of(CapabilityName name) {
        return named.getOrDefault(name, new Capability.Available());
    }
}
