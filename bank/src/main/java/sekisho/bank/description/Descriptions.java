package sekisho.bank.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sekisho.protocol.BankId;

/** The descriptions of many banks, one file each. Immutable. */
public final class Descriptions {
    private static final int MOST_FILES = 2_000;
    /** UTF-8 has at most four bytes a character. */
    private static final int MOST_BYTES = 4 * YamlDocument.LONGEST;

    private final Map<Integer, Sourced> byCode;

    private Descriptions(Map<Integer, Sourced> byCode) {
        this.byCode = byCode;
    }

    /**
     * Reads all files of a folder that end in {@code .yaml}, 2,000 at most. Each has its bank's code as its name.
     *
     * @throws FaultyDescriptions if anything is wrong with any of them, with everything that is
     * @throws IOException if they cannot be read
     */
    public static Descriptions load(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> name(file).endsWith(".yaml"))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        var collector = new Collector();
        if (files.size() > MOST_FILES) {
            collector.wrong(name(folder), "a folder has " + MOST_FILES + " descriptions at most: divide them");
            return collector.whole();
        }
        for (Path file : files) {
            try (InputStream stream = Files.newInputStream(file)) {
                collector.read(name(file), stream.readNBytes(MOST_BYTES + 1));
            }
        }
        return collector.whole();
    }

    /** The 35 banks that do not exist, 0801 to 0835. */
    public static Descriptions fictional() {
        var collector = new Collector();
        new String(resource("banks.txt"), UTF_8).lines().forEach(code -> {
            String file = code + ".yaml";
            collector.read(file, resource(file));
        });
        return collector.whole();
    }

    /** All, by the banks' codes. */
    public List<Sourced> all() {
        return List.copyOf(byCode.values());
    }

    /** A bank's. */
    public Optional<Sourced> of(BankId bank) {
        return Optional.ofNullable(byCode.get(bank.code()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static byte[] resource(String name) {
        InputStream stream = Descriptions.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the description " + name + " is not beside its class");
        }
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads files one after the other and remembers what is wrong. */
    private static final class Collector {
        private final Map<Integer, Sourced> byCode = new TreeMap<>();
        private final List<FaultyDescriptions.Fault> faults = new ArrayList<>();

        void read(String file, byte[] bytes) {
            if (bytes.length > MOST_BYTES) {
                wrong(file, "the file has more than " + MOST_BYTES + " bytes: make it smaller");
                return;
            }
            String text;
            try {
                text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                wrong(file, "the file is not in UTF-8: save it so");
                return;
            }
            switch (DescriptionReader.read(text)) {
                case DescriptionReading.Faulty(var mistakes) ->
                    mistakes.forEach(mistake -> faults.add(new FaultyDescriptions.Fault(file, mistake)));
                case DescriptionReading.Whole(var description) ->
                    add(new Sourced(file, sha256(bytes), text, description));
            }
        }

        private void add(Sourced read) {
            String file = read.file();
            int code = read.description().bank().code();
            String expected = "%04d.yaml".formatted(code);
            if (!file.equals(expected)) {
                wrong(file, "the file describes the bank of " + expected + ": rename it, or correct bank");
                return;
            }
            byCode.put(code, read);
        }

        void wrong(String file, String sentence) {
            faults.add(new FaultyDescriptions.Fault(file, new Mistake(1, 1, "", sentence)));
        }

        Descriptions whole() {
            if (!faults.isEmpty()) {
                throw new FaultyDescriptions(faults);
            }
            return new Descriptions(new TreeMap<>(byCode));
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
