package latchkey.directory;

import java.util.List;

/** Reading authentication methods: a slow lane of 5 calls in 10 seconds (facts §12), so only on demand. */
public interface Methods {

    List<Method> of(CustomerId id);
}
