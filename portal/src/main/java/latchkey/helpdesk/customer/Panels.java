package latchkey.helpdesk.customer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The panels that modules contribute, in their order, each only for those who may see it. */
@Component
class Panels {

    private static final Logger log = LoggerFactory.getLogger(Panels.class);

    private final List<CustomerPanel> panels;
    private final AtOnce atOnce;

    Panels(List<CustomerPanel> panels, AtOnce atOnce) {
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
        this.atOnce = atOnce;
    }

    /** Starts filling the panels that come with the page; the answers are waited for in their order. */
    Supplier<List<PanelView>> start(Viewing viewing) {
        var started = panels.stream()
                .filter(panel -> mayBeSeen(panel, viewing.agent()))
                .map(panel -> start(panel, viewing))
                .toList();
        return () ->
                started.stream().map(Supplier::get).flatMap(Optional::stream).toList();
    }

    /**
     * One panel, filled now.
     *
     * @throws ProblemException when there is no such panel for this agent or customer
     */
    PanelView fill(String key, Viewing viewing) {
        return panels.stream()
                .filter(panel -> panel.key().equals(key) && mayBeSeen(panel, viewing.agent()))
                .findFirst()
                .flatMap(panel -> fill(panel, viewing))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private Supplier<Optional<PanelView>> start(CustomerPanel panel, Viewing viewing) {
        return panel.loading() == CustomerPanel.Loading.WITH_PAGE
                ? atOnce.ask(() -> fill(panel, viewing))
                : () -> Optional.of(PanelView.later(panel));
    }

    private Optional<PanelView> fill(CustomerPanel panel, Viewing viewing) {
        try {
            return panel.show(viewing).map(content -> PanelView.filled(panel, content));
        } catch (DirectoryFailure | ProblemException e) {
            return Optional.of(PanelView.failed(panel));
        } catch (RuntimeException e) {
            log.error("The panel {} failed", panel.key(), e);
            return Optional.of(PanelView.failed(panel));
        }
    }

    private static boolean mayBeSeen(CustomerPanel panel, Agent agent) {
        return agent.may(panel.permission());
    }
}
