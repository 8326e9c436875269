package latchkey.helpdesk.verification;

import java.util.List;

/** Whether a method reaches a customer. */
sealed interface Reach {

    /** It does, at these places. */
    record At(List<AddressOnFile> places) implements Reach {

        public At {
            places = List.copyOf(places);
        }
    }

    /**
     * It does not.
     *
     * @param why the last part of the message key {@code verification.why-not.<why>}
     */
    record Nowhere(String why) implements Reach {}

    /** At these places, or nowhere for that reason when there are none. */
    static Reach at(List<AddressOnFile> places, String whyNot) {
        return places.isEmpty() ? new Nowhere(whyNot) : new At(places);
    }

    /** Where it reaches them; empty when it does not. */
    default List<AddressOnFile> known() {
        return switch (this) {
            case At at -> at.places();
            case Nowhere nowhere -> List.of();
        };
    }
}
