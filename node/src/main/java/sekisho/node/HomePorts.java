package sekisho.node;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.SafeFiles;

/**
 * The ports of a node that is alone on loopback: free ones, chosen at the first start and kept in the home. If one of
 * them is taken at a later start, all are chosen anew: nobody but gateways knows them, and these read the address anew.
 */
final class HomePorts {
    private static final String HOST = "localhost";

    private HomePorts() {}

    static ClusterMembers members(HomeLayout home) throws IOException {
        Path file = home.ports();
        List<Integer> ports = Files.exists(file) ? read(file) : List.of();
        if (ports.size() != ClusterMembers.PORTS || !areFree(ports)) {
            ports = choose();
            SafeFiles.write(file, ports.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n");
        }
        return ClusterMembers.single(new ClusterMembers.Member(
                0, HOST, ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4)));
    }

    private static List<Integer> read(Path file) throws IOException {
        return Stream.of(Files.readString(file).strip().split(" "))
                .map(Integer::valueOf)
                .toList();
    }

    private static boolean areFree(List<Integer> ports) {
        for (int port : ports) {
            try (var socket = bound(port)) {
                socket.getLocalPort();
            } catch (SocketException taken) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> choose() throws SocketException {
        var sockets = new ArrayList<DatagramSocket>();
        try {
            for (int i = 0; i < ClusterMembers.PORTS; i++) {
                sockets.add(bound(0));
            }
            return sockets.stream().map(DatagramSocket::getLocalPort).toList();
        } finally {
            sockets.forEach(DatagramSocket::close);
        }
    }

    private static DatagramSocket bound(int port) throws SocketException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
}
