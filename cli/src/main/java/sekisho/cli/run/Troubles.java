package sekisho.cli.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import sekisho.node.HomeInUse;
import sekisho.node.NodeHalted;
import sekisho.server.database.DatabaseInUse;
import sekisho.server.database.DatabaseUnusable;

/** Turns what went wrong at a start into a sentence for people. */
final class Troubles {
    private Troubles() {}

    /** What to say of a part that did not start. */
    static CannotRun of(String part, @Nullable Throwable cause) {
        for (Throwable one : chain(cause)) {
            String sentence = sentence(one);
            if (sentence != null) {
                return new CannotRun(sentence, cause);
            }
        }
        List<Throwable> chain = chain(cause);
        String why =
                chain.isEmpty() ? "for no reason that it gave" : chain.getLast().toString();
        return new CannotRun(part + " did not start: " + why, cause);
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case CannotRun known -> String.valueOf(known.getMessage());
            case HomeInUse use -> homeInUse(use.home(), use.pid());
            case DatabaseInUse use -> use.getMessage() + ". Stop it, or use another --home.";
            case DatabaseUnusable unusable -> String.valueOf(unusable.getMessage());
            case PortInUseException taken -> portTaken(taken.getPort());
            case NodeHalted halted -> "the node halted: " + last(halted);
            case AccessDeniedException denied -> "no permission to write " + denied.getFile() + ".";
            case FileSystemException file -> "the file " + file.getFile() + " cannot be used: " + file.getReason();
            case IOException io -> "reading or writing failed: " + io.getMessage();
            default -> null;
        };
    }

    static String homeInUse(Path home, long pid) {
        return "process " + pid + " runs in this home already: " + home + ". Stop it, or use another --home.";
    }

    static String portTaken(int port) {
        return "port " + port + " is taken by another program. Use another --port (0: any that is free).";
    }

    private static String last(Throwable of) {
        Throwable last = chain(of).getLast();
        return last.getMessage() == null ? last.toString() : last.getMessage();
    }

    private static List<Throwable> chain(@Nullable Throwable first) {
        var chain = new ArrayList<Throwable>();
        for (Throwable one = first; one != null && !chain.contains(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }
}
