package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.Request;
import sekisho.protocol.StreamEntry;

/** What no client's frame can say, but the engine has an answer for: an entry of a stream that is linked or dry. */
enum Oddity {
    NONE,
    LINKED_ENTRY,
    DRY_ENTRY;

    /** The requests with the first entry of a stream changed. */
    List<Request> applied(List<Request> requests) {
        if (this == NONE) {
            return requests;
        }
        List<Request> changed = new ArrayList<>(requests);
        for (int place = 0; place < changed.size(); place++) {
            Request request = changed.get(place);
            if (request.key() instanceof StreamEntry) {
                changed.set(place, odd(request));
                return changed;
            }
        }
        return changed;
    }

    private Request odd(Request request) {
        return new Request(
                request.book(),
                request.client(),
                request.key(),
                request.contentHash(),
                this == LINKED_ENTRY,
                this == DRY_ENTRY,
                request.effectiveAt(),
                request.command(),
                request.proof());
    }
}
