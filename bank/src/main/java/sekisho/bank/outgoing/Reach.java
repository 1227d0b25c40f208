package sekisho.bank.outgoing;

import java.net.InetAddress;

/** Where a destination's addresses may lie. A name that leads elsewhere is not followed, whoever answers for it. */
public enum Reach {
    /** In the internet: no address that is reserved for machines, networks or examples. */
    INTERNET {
        @Override
        boolean allows(InetAddress address) {
            return !isLocal(address) && !isReserved(address);
        }
    },
    /** In the internet, or in a private network that leads to a partner. Never this machine or its neighbours. */
    PRIVATE_LINE {
        @Override
        boolean allows(InetAddress address) {
            return !isLocal(address);
        }
    },
    /** This machine. */
    THIS_MACHINE {
        @Override
        boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }
    };

    private static final int BYTES_OF_IPV4 = 4;

    /** Whether this address may be connected to. */
    abstract boolean allows(InetAddress address);

    /** This machine, or without a router in between: cloud machines find their own credentials there. */
    private static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }

    /** Not in the internet, by the registries of special-purpose addresses (RFC 6890). */
    private static boolean isReserved(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == BYTES_OF_IPV4
                ? isReserved4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF)
                : isReserved6(bytes);
    }

    private static boolean isReserved4(int first, int second, int third) {
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || (second == 0 && (third == 0 || third == 2));
            case 198 -> second == 18 || second == 19 || (second == 51 && third == 100);
            case 203 -> second == 0 && third == 113;
            default -> first >= 224;
        };
    }

    /** Only 2000::/3 is given out; in it, examples, and the ranges that wrap an address of the old kind. */
    private static boolean isReserved6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        boolean given = (first & 0xE000) == 0x2000;
        return !given || first == 0x2002 || (first == 0x2001 && (second == 0 || second == 0x0DB8));
    }
}
