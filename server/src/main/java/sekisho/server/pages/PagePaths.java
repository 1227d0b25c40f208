package sekisho.server.pages;

import java.util.List;

/** Which addresses belong to programs; all others are pages. */
public final class PagePaths {
    private static final List<String> OF_PROGRAMS =
            List.of("/v1", "/v3", "/oauth2", "/actuator", "/problems", "/.well-known", "/bank-notices", "/error");

    private PagePaths() {}

    public static boolean isPage(String path) {
        return OF_PROGRAMS.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
