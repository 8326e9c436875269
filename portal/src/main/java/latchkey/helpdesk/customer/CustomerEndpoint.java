package latchkey.helpdesk.customer;

import java.util.Locale;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customer page for programs. */
@RestController
@RequestMapping("/api/v1/directories/{directory}/customers/{id}")
@Requires(Permission.VIEW_CUSTOMER)
class CustomerEndpoint {

    private final Opening opening;
    private final MethodsSeen methods;
    private final Timeline timeline;
    private final LogFreshness freshness;
    private final CustomerSettings settings;

    CustomerEndpoint(
            Opening opening,
            MethodsSeen methods,
            Timeline timeline,
            LogFreshness freshness,
            CustomerSettings settings) {
        this.opening = opening;
        this.methods = methods;
        this.timeline = timeline;
        this.freshness = freshness;
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<CustomerAnswer> customer(
            @PathVariable String directory, @PathVariable String id, Agent agent, Locale locale) {
        return personal(CustomerAnswer.of(opening.open(agent, Addresses.customer(directory, id), locale)));
    }

    @GetMapping("/methods")
    ResponseEntity<MethodsAnswer> methods(
            @PathVariable String directory,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean fresh,
            Agent agent) {
        var customer = Addresses.customer(directory, id);
        var asked = opening.directoryOf(agent, customer);
        if (fresh) {
            methods.forget(customer);
        }
        return personal(MethodsAnswer.of(methods.of(agent, asked, customer)));
    }

    @GetMapping("/timeline")
    ResponseEntity<TimelineAnswer> timeline(
            @PathVariable String directory, @PathVariable String id, Agent agent, Locale locale) {
        var customer = Addresses.customer(directory, id);
        opening.directoryOf(agent, customer);
        var entries = timeline.of(customer, settings.timelineLength(), locale);
        return personal(TimelineAnswer.of(entries, freshness.of(customer.directory())));
    }

    private static <T> ResponseEntity<T> personal(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
