package latchkey.sync;

import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.DirectoryId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where contacts come from, for programs: the nets, looks on demand, contacts that are gone, and the links. */
@RestController
class SourcesEndpoint {

    private static final int LISTED = 1_000;

    private final NetsOverview nets;
    private final OnDemand onDemand;
    private final GoneContacts gone;
    private final LinkHealth links;

    SourcesEndpoint(NetsOverview nets, OnDemand onDemand, GoneContacts gone, LinkHealth links) {
        this.nets = nets;
        this.onDemand = onDemand;
        this.gone = gone;
        this.links = links;
    }

    @GetMapping("/api/v1/sync/nets")
    @Requires(Permission.VIEW_SYNC)
    Nets nets() {
        return new Nets(nets.now());
    }

    @PostMapping("/api/v1/sync/directories/{directory}/contacts/{contact}/looks")
    @Requires(Permission.OPERATE_SYNC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void look(Agent agent, @PathVariable DirectoryId directory, @PathVariable UUID contact) {
        onDemand.one(agent, directory, contact);
    }

    @PostMapping("/api/v1/sync/directories/{directory}/full-loads")
    @Requires(Permission.OPERATE_SYNC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void lookAtAll(Agent agent, @PathVariable DirectoryId directory) {
        onDemand.all(agent, directory);
    }

    @GetMapping("/api/v1/sync/gone-contacts")
    @Requires(Permission.VIEW_SYNC)
    GoneList gone() {
        return new GoneList(gone.toLookAt(LISTED));
    }

    @PostMapping("/api/v1/sync/directories/{directory}/contacts/{contact}/dismissals")
    @Requires(Permission.OPERATE_SYNC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Agent agent, @PathVariable DirectoryId directory, @PathVariable UUID contact) {
        gone.dismiss(agent, directory, contact);
    }

    @GetMapping("/api/v1/sync/links")
    @Requires(Permission.VIEW_SYNC)
    LinkList links() {
        return new LinkList(links.now());
    }

    /** The nets under each directory. */
    record Nets(List<NetsOverview.NetStatus> items) {}

    /** Linked contacts that are merged, inactive or deleted, at most a thousand, the newest first. */
    record GoneList(List<ParkedRow> items) {}

    /** The links of each directory. */
    record LinkList(List<LinkHealth.DirectoryLinks> items) {}
}
