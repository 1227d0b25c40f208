package sekisho.bank.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up, and keeps of a guarded name's addresses only those within its reach. The connection uses what this
 * look-up answers: there is no second one in between that somebody could answer otherwise.
 */
final class GuardedResolver implements InetAddressResolver {
    private final InetAddressResolver system;
    private final Function<String, @Nullable Reach> reaches;

    GuardedResolver(InetAddressResolver system, Function<String, @Nullable Reach> reaches) {
        this.system = system;
        this.reaches = reaches;
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        Stream<InetAddress> found = system.lookupByName(host, policy);
        Reach reach = reaches.apply(host);
        if (reach == null) {
            return found;
        }
        List<InetAddress> allowed = found.filter(reach::allows).toList();
        if (allowed.isEmpty()) {
            throw new UnknownHostException(host + ": none of its addresses is allowed for " + reach);
        }
        return allowed.stream();
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return system.lookupByAddress(address);
    }
}
