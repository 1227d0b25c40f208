package sekisho.browsertests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes down what no page may do: errors and warnings on the console, failures in scripts, requests that fail, answers that
 * nobody expected, and requests to other hosts than this machine. One watch a window, for all its tabs.
 */
public final class Watch {
    /** Forms with a field that is wrong are shown again with this. */
    private static final int UNPROCESSABLE = 422;

    /** What is left behind when somebody goes to another page. */
    private static final String ABANDONED = "net::ERR_ABORTED";

    /** The console's words for an answer of 400 and more, which we judge by the answer itself. */
    private static final String REFUSED_RESOURCE = "Failed to load resource: the server responded with a status of";

    /** Chromium's advice when a passkey may be of one kind alone: decision 170 says why ours are. */
    private static final String ONE_ALGORITHM =
            "publicKey.pubKeyCredParams is missing at least one of the default algorithm identifiers: ES256 and RS256.";

    private final BrowserContext context;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>(Set.of(UNPROCESSABLE));
    private boolean offline;

    Watch(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(this::said);
        context.onWebError(error -> troubles.add(
                new Trouble("script error", error.error(), error.page().url())));
        context.onRequest(this::asked);
        context.onRequestFailed(this::failed);
        context.onResponse(this::answered);
    }

    /** From now on answers with this status are no trouble in this window: the test asks for what is refused. */
    public void expect(int status) {
        expected.add(status);
    }

    /** From now on, or no longer, requests fail because the test cut the line. */
    public void expectNoLine(boolean cut) {
        offline = cut;
    }

    /** What was written down so far. */
    public List<Trouble> troubles() {
        // What happened before this answer has been told before it.
        context.pages().stream().filter(page -> !page.isClosed()).forEach(page -> page.evaluate("0"));
        return List.copyOf(troubles);
    }

    /** What was written down so far, once: later calls say only what came after. */
    public List<Trouble> take() {
        List<Trouble> taken = troubles();
        troubles.clear();
        return taken;
    }

    private void said(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.type().equals("warning");
        boolean judgedElsewhere = message.text().startsWith(REFUSED_RESOURCE)
                || message.text().startsWith("Failed to load resource: net::")
                || message.text().startsWith(ONE_ALGORITHM);
        if (bad && !judgedElsewhere) {
            troubles.add(new Trouble("console " + message.type(), message.text(), message.location()));
        }
    }

    private void asked(Request request) {
        if (!isOurs(request.url())) {
            troubles.add(new Trouble("foreign host", request.resourceType(), request.url()));
        }
    }

    private void failed(Request request) {
        if (!ABANDONED.equals(request.failure()) && !offline && isOurs(request.url())) {
            troubles.add(new Trouble("failed request", request.failure(), request.url()));
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            troubles.add(new Trouble(
                    "answer " + response.status(), response.request().method(), response.url()));
        }
    }

    /** Whether an address is on this machine. */
    static boolean isOurs(String url) {
        URI address = URI.create(url);
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https", "ws", "wss" -> {
                String host = address.getHost() == null ? "" : address.getHost();
                yield host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1");
            }
            // Made by the page itself: data, blob, about.
            default -> true;
        };
    }
}
