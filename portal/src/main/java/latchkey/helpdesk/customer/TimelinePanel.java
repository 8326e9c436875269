package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was done to the customer, here and elsewhere, from our own store, so that it costs no call to the directory. */
@Component
class TimelinePanel implements CustomerPanel {

    private final Timeline timeline;
    private final LogFreshness freshness;
    private final int length;

    TimelinePanel(Timeline timeline, LogFreshness freshness, CustomerSettings settings) {
        this.timeline = timeline;
        this.freshness = freshness;
        this.length = settings.timelineLength();
    }

    @Override
    public String key() {
        return "timeline";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Optional<Content> show(Viewing viewing) {
        var customer = viewing.customerId();
        var locale = viewing.locale();
        var reading = freshness.of(customer.directory());
        return Optional.of(new Content(
                "customer/timeline",
                new Model(timeline.days(customer, length, locale), freshness.say(reading, locale))));
    }

    /**
     * What the panel shows.
     *
     * @param log how far the directory's log was read, in sentences
     */
    record Model(List<Timeline.Day> days, List<String> log) {}
}
