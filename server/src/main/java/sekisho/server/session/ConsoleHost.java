package sekisho.server.session;

import jakarta.servlet.ServletRequest;

/**
 * The host of the staff's console: an origin of its own, so that nothing that runs in the wallet's pages reaches it.
 *
 * @param name as browsers say it, without port
 */
public record ConsoleHost(String name) {
    /** Below this lie the console's pages, and no others. */
    public static final String PATH = "/console";

    /** Whether a request came to the console. */
    public boolean isOf(ServletRequest request) {
        return name.equalsIgnoreCase(request.getServerName());
    }
}
