package sekisho.server.session;

import jakarta.servlet.ServletRequest;
import java.net.URI;
import org.springframework.core.env.Environment;
import sekisho.server.ServerSettings;

/**
 * The host of the staff's console: an origin of its own, so that nothing that runs in the wallet's pages reaches it.
 *
 * @param name as browsers say it, without port
 */
public record ConsoleHost(String name) {
    /** Below this lie the console's pages, and no others. */
    public static final String PATH = "/console";

    /** Where it is, as browsers see it. The port has to be known by now. */
    public URI address(ServerSettings settings, Environment environment) {
        URI url = settings.publicUrl();
        if (url == null) {
            return URI.create("http://" + name + ":" + environment.getRequiredProperty("local.server.port"));
        }
        return URI.create(url.getScheme() + "://" + name + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    }

    /** Whether a request came to the console. */
    public boolean isOf(ServletRequest request) {
        return name.equalsIgnoreCase(request.getServerName());
    }
}
