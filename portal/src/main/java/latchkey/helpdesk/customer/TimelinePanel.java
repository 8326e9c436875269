package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was done to the customer here, from our own trail, so that it costs no call to the directory. */
@Component
class TimelinePanel implements CustomerPanel {

    private final Timeline timeline;
    private final int length;

    TimelinePanel(Timeline timeline, CustomerSettings settings) {
        this.timeline = timeline;
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
        return Optional.of(new Content(
                "customer/timeline", new Model(timeline.days(viewing.customerId(), length, viewing.locale()))));
    }

    /** What the panel shows. */
    record Model(List<Timeline.Day> days) {}
}
