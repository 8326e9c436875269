package sandbox.control;

import java.util.Map;

/** Values that a facet shows among the settings, such as the port it got; they cannot be changed there. */
public interface SettingsAddition {

    Map<String, Object> values();
}
