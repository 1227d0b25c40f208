package sekisho.benchmarks.http;

import java.net.URI;

/**
 * The server under load.
 *
 * @param base its address, without a slash at the end
 * @param clientId of a client that may do everything
 * @param secret of the client
 */
public record HttpTarget(URI base, String clientId, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "HttpTarget[base=" + base + ", clientId=" + clientId + "]";
    }
}
