package sandbox.graph;

/** A part of Graph; every bean of this type is served. */
public interface GraphResource {

    void addTo(Routes routes);
}
