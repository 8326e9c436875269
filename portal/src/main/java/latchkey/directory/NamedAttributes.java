package latchkey.directory;

import java.util.stream.Stream;

/** Tells which attributes a part of the settings names, so that a name which no directory has is noticed at the start. */
public interface NamedAttributes {

    Stream<Named> named();

    /**
     * One attribute in the settings.
     *
     * @param setting the key that names it
     * @param attribute its short name
     */
    record Named(String setting, String attribute) {}
}
