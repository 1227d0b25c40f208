package sekisho.browsertests.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page with all pictures: a row a page and role, side by side what should look alike. */
final class Album {
    static final String FILE = "index.html";

    private Album() {}

    /** Writes it into the folder of the pictures. */
    static void write(Path folder, List<Shot> shots) throws IOException {
        Map<String, List<Shot>> rows =
                shots.stream().collect(Collectors.groupingBy(Shot::title, LinkedHashMap::new, Collectors.toList()));
        var page = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Sekisho, all pages</title>
                <style>
                body { font: 14px system-ui, sans-serif; margin: 24px }
                h2 { font-size: 16px; margin: 24px 0 8px }
                div { display: flex; gap: 12px; overflow-x: auto; align-items: start }
                figure { margin: 0 }
                img { width: 240px; border: 1px solid #75827E }
                </style>
                <h1>All pages</h1>
                """);
        rows.forEach((title, row) -> {
            page.append("<h2>").append(escaped(title)).append("</h2>\n<div>\n");
            for (Shot shot : row) {
                page.append("<figure><a href=\"%1$s\"><img loading=\"lazy\" src=\"%1$s\" alt=\"%2$s\"></a>"
                        .formatted(shot.fileName(), escaped(title + ", " + shot.look())));
                page.append("<figcaption>%s</figcaption></figure>\n".formatted(shot.look()));
            }
            page.append("</div>\n");
        });
        Files.writeString(folder.resolve(FILE), page);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
