package sekisho.server.linking;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** The keys with which banks check what we sign. */
@Controller
final class LinkKeysPage {
    private final ObjectProvider<BankRedirect> redirect;

    LinkKeysPage(ObjectProvider<BankRedirect> redirect) {
        this.redirect = redirect;
    }

    @GetMapping("/.well-known/link-keys.json")
    ResponseEntity<byte[]> keys() {
        BankRedirect ways = redirect.getIfAvailable();
        if (ways == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND.problem());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ways.publicKeys().getBytes(StandardCharsets.UTF_8));
    }
}
