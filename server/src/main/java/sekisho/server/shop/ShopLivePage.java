package sekisho.server.shop;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import sekisho.server.live.LiveFeed;
import sekisho.server.live.SeenAt;

/** The stream that a shop's pages listen to. */
@Controller
final class ShopLivePage {
    private final LiveFeed feed;

    ShopLivePage(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/shop/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(
            Shopkeeper keeper,
            @RequestParam(defaultValue = "-1") long since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "-1") long last) {
        return feed.listen(keeper.shop().id(), SeenAt.of(since, last));
    }
}
