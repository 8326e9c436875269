package latchkey.helpdesk.customer;

import java.util.Optional;
import latchkey.access.Permission;

/**
 * A part of the customer page that another module contributes as a bean.
 *
 * <p>Panels are asked at the same time, each on its own thread, while the customer is being fetched; one that fails is
 * shown as "not available just now" and leaves the others alone. The heading is the message {@code panel.<key>.title}.
 */
public interface CustomerPanel {

    /** Its name in addresses: lower-case letters and dashes. */
    String key();

    /** Where it stands among the others, lowest first; the page's own parts are spaced by 100. */
    int order();

    /** What an agent needs to be shown it. */
    default Permission permission() {
        return Permission.VIEW_CUSTOMER;
    }

    default Place place() {
        return Place.SIDE;
    }

    default Loading loading() {
        return Loading.WITH_PAGE;
    }

    /** What to show, or empty to leave the panel out for this customer. */
    Optional<Content> show(Viewing viewing);

    /**
     * What a panel shows.
     *
     * @param template name of a template with a fragment {@code panel(panel)}, such as {@code sync/customer-panel}
     * @param model handed to the fragment as {@code panel}
     */
    record Content(String template, Object model) {}

    /** The column a panel stands in. */
    enum Place {
        MAIN,
        SIDE
    }

    /** When a panel is asked. */
    enum Loading {
        /** Together with the page: for what our own database knows. */
        WITH_PAGE,
        /** By the page itself as soon as it stands: for what takes a call elsewhere. */
        AFTER_PAGE,
        /** Only when the agent asks: for slow lanes (facts §12). */
        ON_DEMAND
    }
}
