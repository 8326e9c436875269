package sandbox.graph.groups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphReply;
import sandbox.graph.Pages;

/** Lists that come in pages, counted from the beginning. */
@Component
class Listing {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    private final Pages pages;

    Listing(Pages pages) {
        this.pages = pages;
    }

    GraphReply page(GraphCall call, String type, List<Map<String, Object>> all) {
        var size = call.query().top(USUAL_PAGE, LARGEST_PAGE);
        var start = pages.start(call);
        var from = Math.min(start.isEmpty() ? 0 : Integer.parseInt(start), all.size());
        var to = Math.min(from + size, all.size());
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context(type));
        if (to < all.size()) {
            body.put("@odata.nextLink", pages.nextLink(call, String.valueOf(to)));
        }
        body.put("value", all.subList(from, to));
        return GraphReply.ok(body);
    }
}
