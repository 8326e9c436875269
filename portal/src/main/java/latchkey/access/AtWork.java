package latchkey.access;

/** Told when a request of an agent begins and ends on the thread that serves it; modules offer one by a bean. */
public interface AtWork {

    void begins(Agent agent);

    void ends();
}
