package sekisho.server.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's document (OpenAPI 3.1). It is made by a test of the end points and committed: docs/openapi.json. */
@RestController
@Hidden
final class DocumentPage {
    private static final String FILE = "sekisho/server/api/openapi.json";

    @GetMapping("/v3/api-docs")
    ResponseEntity<byte[]> show() {
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new ClassPathResource(FILE).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
