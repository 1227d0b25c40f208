package sekisho.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets of processes, as Linux lists them below {@code /proc}. */
final class Sockets {
    private static final String LISTENS = "0A";
    private static final int BYTES_OF_A_WORD = 4;

    private Sockets() {}

    static boolean canBeListed() {
        return Files.isReadable(Path.of("/proc/net/tcp"));
    }

    /** The sockets of a process and its children that take something from other hosts, as text. */
    static List<String> openToOthers(long pid) throws IOException {
        Set<String> own = inodes(pid);
        var open = new ArrayList<String>();
        for (String table : new String[] {"tcp", "tcp6", "udp", "udp6"}) {
            Path file = Path.of("/proc/net", table);
            if (!Files.isReadable(file)) {
                continue;
            }
            for (String line : Files.readString(file).lines().skip(1).toList()) {
                String[] columns = line.strip().split("\\s+", -1);
                if (own.contains(columns[9])
                        && takes(table, columns)
                        && !address(columns[1]).isLoopbackAddress()) {
                    open.add(table + " " + address(columns[1]) + ":"
                            + Integer.parseInt(columns[1].split(":", -1)[1], 16));
                }
            }
        }
        return open;
    }

    /** TCP: it listens. UDP: it is not connected, so that anybody may write to it. */
    private static boolean takes(String table, String[] columns) {
        return table.startsWith("tcp") ? columns[3].equals(LISTENS) : columns[2].endsWith(":0000");
    }

    private static Set<String> inodes(long pid) throws IOException {
        var inodes = new HashSet<String>();
        var processes = ProcessHandle.of(pid).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        for (long process : processes) {
            Path folder = Path.of("/proc", Long.toString(process), "fd");
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    add(file, inodes);
                }
            }
        }
        return inodes;
    }

    private static void add(Path file, Set<String> inodes) {
        try {
            String target = Files.readSymbolicLink(file).toString();
            if (target.startsWith("socket:[")) {
                inodes.add(target.substring("socket:[".length(), target.length() - 1));
            }
        } catch (IOException closedMeanwhile) {
            // Then it takes nothing.
        }
    }

    /** Words of four bytes, each in the machine's order, which is little-endian where this is tested. */
    private static InetAddress address(String text) throws UnknownHostException {
        byte[] words = HexFormat.of().parseHex(text.split(":", -1)[0]);
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i - i % BYTES_OF_A_WORD + BYTES_OF_A_WORD - 1 - i % BYTES_OF_A_WORD];
        }
        return InetAddress.getByAddress(bytes);
    }
}
