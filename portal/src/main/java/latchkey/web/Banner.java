package latchkey.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sentence above every page of an agent for as long as it is true; a module offers one by a bean. */
public interface Banner {

    /** What to say now; empty most of the time. */
    Optional<Shown> shown(Locale locale);

    /**
     * The sentence.
     *
     * @param message its key
     * @param arguments what it is filled with
     */
    record Shown(String message, List<String> arguments) {
        public Shown {
            arguments = List.copyOf(arguments);
        }
    }
}
