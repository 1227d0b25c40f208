package sekisho.server.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Style sheets, scripts, icons. Their address holds a hash over all of them, so that a browser may keep them for ever and
 * still never shows a page with the style of another version. Immutable; any thread.
 */
public final class Assets {
    private static final int HASH_LENGTH = 12;

    private final String prefix;

    private Assets(String prefix) {
        this.prefix = prefix;
    }

    /** Those in the program. */
    public static Assets ofProgram() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return new Assets(
                    "/assets/" + HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where they are, without a slash at the end. */
    String prefix() {
        return prefix;
    }

    /** The address of a file below {@code static}. */
    public String address(String file) {
        return prefix + "/" + file;
    }
}
