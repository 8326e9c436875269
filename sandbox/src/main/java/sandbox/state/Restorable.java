package sandbox.state;

/** A part with a state that a reset or a restored snapshot puts back; every bean of this type takes part. */
public interface Restorable {

    /** Captures the present state; running the answer puts it back, as often as wanted. */
    Runnable remember();

    /** Back to the state right after the start. */
    void reset();
}
