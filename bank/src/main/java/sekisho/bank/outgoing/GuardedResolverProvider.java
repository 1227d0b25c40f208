package sekisho.bank.outgoing;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/** Makes every look-up of a host's name in this process pass {@link GuardedNames}. Found by the JDK through its service file. */
public final class GuardedResolverProvider extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new GuardedResolver(configuration.builtinResolver(), GuardedNames::of);
    }

    @Override
    public String name() {
        return "sekisho";
    }
}
