package sekisho.server.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What makes the wallet installable as an app. */
@Controller
final class AppPage {
    private final Assets assets;

    AppPage(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/app.webmanifest")
    ResponseEntity<byte[]> manifest() {
        String json = """
                {"name":"Sekisho","short_name":"Sekisho","start_url":"/home","scope":"/","display":"standalone",
                "background_color":"#F3F5F4","theme_color":"#F3F5F4",
                "icons":[{"src":"%s","sizes":"any","type":"image/svg+xml"}]}
                """.formatted(assets.address("look/mark.svg"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .body(json.getBytes(StandardCharsets.UTF_8));
    }
}
