package latchkey.audit;

/**
 * The customer an entry is about; personal values of an entry are encrypted under this customer's own key.
 *
 * @param directory the directory's id in the settings
 * @param id the customer's object id
 */
public record Subject(String directory, String id) {

    /** The name of the customer's key. */
    String scope() {
        return directory + "/" + id;
    }
}
