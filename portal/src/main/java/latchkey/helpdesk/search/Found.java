package latchkey.helpdesk.search;

import java.util.SortedSet;
import latchkey.directory.Customer;

/** A customer who was found, and everywhere that they were found. */
record Found(Customer customer, SortedSet<Place> places) {

    Place surest() {
        return places.first();
    }
}
