package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Locale;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.customer.PendingChanges.PendingChange;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Opens a customer for an agent: the directory is asked first, our own database while it thinks. */
@Service
class Opening {

    private final Directories directories;
    private final Populations populations;
    private final Blocks blocks;
    private final List<PendingChanges> pendingChanges;
    private final Panels panels;
    private final Limits limits;
    private final CustomerViews views;
    private final AtOnce atOnce;

    Opening(
            Directories directories,
            Populations populations,
            Blocks blocks,
            List<PendingChanges> pendingChanges,
            Panels panels,
            Limits limits,
            CustomerViews views,
            AtOnce atOnce) {
        this.directories = directories;
        this.populations = populations;
        this.blocks = blocks;
        this.pendingChanges = pendingChanges;
        this.panels = panels;
        this.limits = limits;
        this.views = views;
        this.atOnce = atOnce;
    }

    /**
     * The whole page: one call to the directory, none in a slow lane (facts §12).
     *
     * @throws ProblemException when there is no such directory, or no such customer whom the agent sees
     * @throws latchkey.directory.DirectoryFailure when the directory does not answer
     */
    CustomerView open(Agent agent, CustomerId id, Locale locale) {
        var viewing = startViewing(agent, id, locale);
        var block = atOnce.ask(() -> blocks.of(id));
        var pending = atOnce.ask(() -> pendingChanges(viewing));
        var filled = panels.start(viewing);
        viewing.customer();
        return views.of(viewing, pending.get(), block.get(), filled.get());
    }

    /** The page with one of its panels filled that is otherwise filled later. Same errors as {@link #openPanel}. */
    CustomerView openWith(String panel, Agent agent, CustomerId id, Locale locale) {
        return open(agent, id, locale).with(openPanel(panel, agent, id, locale));
    }

    /** One panel, filled now. Same errors as {@link #open}, and a problem when there is no such panel. */
    PanelView openPanel(String panel, Agent agent, CustomerId id, Locale locale) {
        var directory = directoryOf(agent, id);
        var customer = SingletonSupplier.of(() -> fetch(agent, directory, id));
        return panels.fill(panel, new Viewing(agent, directory, id, locale, customer::obtain));
    }

    /** The directory of a customer whom the agent sees; otherwise a problem, as {@link #open}, or {@code TOO_MANY_CUSTOMERS}. */
    Directory directoryOf(Agent agent, CustomerId id) {
        var directory = directory(id.directory());
        limits.open(agent, id);
        populations.check(agent, id);
        return directory;
    }

    private Directory directory(DirectoryId id) {
        return directories.forAgents(id).orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND));
    }

    private Viewing startViewing(Agent agent, CustomerId id, Locale locale) {
        var directory = directory(id.directory());
        limits.open(agent, id);
        return new Viewing(agent, directory, id, locale, atOnce.ask(() -> fetch(agent, directory, id)));
    }

    private Customer fetch(Agent agent, Directory directory, CustomerId id) {
        return populations
                .find(agent, directory, id)
                .orElseThrow(() -> new ProblemException(Problem.CUSTOMER_NOT_FOUND));
    }

    private List<PendingChange> pendingChanges(Viewing viewing) {
        return pendingChanges.stream()
                .flatMap(source -> source.of(viewing).stream())
                .toList();
    }
}
