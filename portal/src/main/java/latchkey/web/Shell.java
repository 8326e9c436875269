package latchkey.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import latchkey.access.Agent;
import latchkey.access.CurrentAgent;
import latchkey.access.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the layout shows around every page; templates reach it as {@code @shell}. */
@Component("shell")
public class Shell {

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    private final Brand brand;

    private final List<NavigationEntry> entries;

    private final List<Banner> banners;

    private final CurrentAgent agent;

    Shell(Brand brand, List<NavigationEntry> entries, List<Banner> banners, CurrentAgent agent) {
        this.brand = brand;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.banners = List.copyOf(banners);
        this.agent = agent;
    }

    public Brand brand() {
        return brand;
    }

    /** The agent, where one is signed in. */
    public Optional<Agent> agent() {
        return agent.find();
    }

    /** Whether somebody is signed in who may do that. */
    public boolean may(String permission) {
        return agent().filter(who -> who.may(Permission.valueOf(permission))).isPresent();
    }

    /** The places that this agent may go to. */
    public List<NavigationEntry> entries() {
        return agent().map(who -> entries.stream()
                        .filter(entry -> who.may(entry.permission()))
                        .toList())
                .orElse(List.of());
    }

    /** What stands above the page now. */
    public List<Banner.Shown> banners() {
        return agent.find().isEmpty()
                ? List.of()
                : banners.stream()
                        .flatMap(banner -> banner.shown(LocaleContextHolder.getLocale()).stream())
                        .toList();
    }

    /** How much waits at that place; nothing where it cannot be counted, for this is on error pages too. */
    public int waiting(NavigationEntry place) {
        try {
            return place.waiting().getAsInt();
        } catch (RuntimeException e) {
            LOG.debug("What waits at {} cannot be counted", place.path(), e);
            return 0;
        }
    }

    /** Whether the page shown is that place or below it. */
    public boolean isHere(String path) {
        var here = here();
        return path.equals("/") ? here.equals("/") || here.startsWith("/search/") : here.startsWith(path);
    }

    /** The path of the page shown. */
    public String here() {
        return Optional.ofNullable(ServletUriComponentsBuilder.fromCurrentRequestUri()
                        .build()
                        .getPath())
                .orElse("/");
    }

    public String language() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }
}
