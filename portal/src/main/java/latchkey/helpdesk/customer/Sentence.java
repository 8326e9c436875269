package latchkey.helpdesk.customer;

import java.util.List;

/**
 * Something to be said in the reader's language.
 *
 * @param keys of the message, the most fitting first
 * @param arguments of the message; moments are said as people say them, "on Monday"
 */
record Sentence(List<String> keys, List<Object> arguments) {

    Sentence {
        keys = List.copyOf(keys);
        arguments = List.copyOf(arguments);
    }

    static Sentence of(String key, Object... arguments) {
        return new Sentence(List.of(key), List.of(arguments));
    }
}
