package sekisho.server.live;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import sekisho.server.entrance.Customer;

/** The stream that a page of the wallet listens to. */
@Controller
final class LivePage {
    private final LiveFeed feed;

    LivePage(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(
            Customer customer,
            @RequestParam(defaultValue = "-1") long since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "-1") long last) {
        return feed.listen(customer.wallet(), SeenAt.of(since, last));
    }
}
