package sekisho.browsertests.check;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import sekisho.browsertests.browser.Window;

/**
 * What a visit takes from the network, as it was sent: compressed, with headers.
 *
 * @param parts the heaviest first
 */
public record Weight(List<Part> parts) {

    /** One answer. */
    public record Part(String address, long bytes) {
        @Override
        public String toString() {
            return "%,9d  %s".formatted(bytes, address);
        }
    }

    /** Weighs a first visit. The window must be new: what it knows already is not sent again. */
    public static Weight ofFirstVisit(Window window, String address) {
        var requests = new ArrayList<Request>();
        window.context().onRequestFinished(requests::add);
        int _ = window.go(address);
        window.page().waitForLoadState(LoadState.LOAD);
        // Sizes are asked of the browser, which may tell of another request meanwhile.
        return new Weight(List.copyOf(requests).stream()
                .filter(request -> request.url().startsWith("http"))
                .map(request -> new Part(
                        request.url(), (long) request.sizes().responseBodySize + request.sizes().responseHeadersSize))
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .toList());
    }

    /** All parts together. */
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    @Override
    public String toString() {
        return parts.stream()
                .map(Part::toString)
                .collect(Collectors.joining("\n", "%,9d  together%n".formatted(bytes()), ""));
    }
}
