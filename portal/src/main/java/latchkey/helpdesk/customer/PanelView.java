package latchkey.helpdesk.customer;

import org.jspecify.annotations.Nullable;

/**
 * A panel as the page shows it.
 *
 * @param key its name in addresses
 * @param loading when it is filled
 * @param content what it shows, null when it is not filled yet or failed
 * @param failed whether it could not be filled
 */
record PanelView(
        String key,
        CustomerPanel.Place place,
        CustomerPanel.Loading loading,
        CustomerPanel.@Nullable Content content,
        boolean failed) {

    static PanelView filled(CustomerPanel panel, CustomerPanel.Content content) {
        return new PanelView(panel.key(), panel.place(), panel.loading(), content, false);
    }

    static PanelView later(CustomerPanel panel) {
        return new PanelView(panel.key(), panel.place(), panel.loading(), null, false);
    }

    static PanelView failed(CustomerPanel panel) {
        return new PanelView(panel.key(), panel.place(), panel.loading(), null, true);
    }

    public boolean inMain() {
        return place == CustomerPanel.Place.MAIN;
    }

    /** Whether the page fills it later, by itself or on demand. */
    public boolean isWaiting() {
        return content == null && !failed;
    }

    public boolean isOnDemand() {
        return loading == CustomerPanel.Loading.ON_DEMAND;
    }
}
