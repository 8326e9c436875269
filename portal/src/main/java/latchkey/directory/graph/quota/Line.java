package latchkey.directory.graph.quota;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Tickets of one priority: people take turns, whoever has many waits with each but the first. Not safe for threads. */
final class Line {

    private final Map<String, Queue<Ticket>> people = new LinkedHashMap<>();
    private int size;

    int size() {
        return size;
    }

    void add(Ticket ticket) {
        people.computeIfAbsent(ticket.who(), unseen -> new ArrayDeque<>()).add(ticket);
        size++;
    }

    @Nullable
    Ticket first() {
        return people.isEmpty() ? null : people.values().iterator().next().peek();
    }

    /** The first one has had their turn: their next ticket comes after everybody else's first. */
    void removeFirst() {
        var turn = people.entrySet().iterator().next();
        people.remove(turn.getKey());
        turn.getValue().remove();
        size--;
        if (!turn.getValue().isEmpty()) {
            people.put(turn.getKey(), turn.getValue());
        }
    }

    void remove(Ticket ticket) {
        var theirs = people.get(ticket.who());
        if (theirs != null && theirs.remove(ticket)) {
            size--;
            if (theirs.isEmpty()) {
                people.remove(ticket.who());
            }
        }
    }
}
