package sekisho.server.identity;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What others see of a name: the first sign of each part, and that there is more. Two signs are enough to recognise somebody
 * one knows, and too few to find out who owns a handle.
 */
public final class MaskedName {
    private static final String REST = "＊＊";

    private MaskedName() {}

    public static String of(String name) {
        return Arrays.stream(name.strip().split("[\\s　]+", 4))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1))
                        + (part.codePointCount(0, part.length()) > 1 ? REST : ""))
                .collect(Collectors.joining(" "));
    }

    /** For a picture's place. */
    public static String initial(String name) {
        String bare = name.strip();
        return bare.isEmpty() ? "?" : bare.substring(0, bare.offsetByCodePoints(0, 1));
    }
}
