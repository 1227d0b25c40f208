package sekisho.banksimulator.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with the headers that every page has. */
final class Page {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private Page() {}

    /** A page whose forms go to this bank, and from there perhaps on to some other addresses. */
    static ResponseEntity<byte[]> html(HttpStatus status, String html, List<URI> formsMayLeadTo) {
        return headed(status, formsMayLeadTo).contentType(HTML).body(html.getBytes(UTF_8));
    }

    static ResponseEntity<byte[]> html(HttpStatus status, String html) {
        return html(status, html, List.of());
    }

    /** Go there, by GET. */
    static ResponseEntity<byte[]> redirect(String address) {
        return headed(HttpStatus.SEE_OTHER, List.of())
                .header(HttpHeaders.LOCATION, address)
                .body(new byte[0]);
    }

    /** Go there, and keep cookies. */
    static ResponseEntity<byte[]> redirect(String address, String... cookies) {
        return headed(HttpStatus.SEE_OTHER, List.of())
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.SET_COOKIE, cookies)
                .body(new byte[0]);
    }

    static ResponseEntity.BodyBuilder headed(HttpStatus status, List<URI> formsMayLeadTo) {
        // Browsers also hold redirects that follow a form to form-action.
        String others = formsMayLeadTo.stream()
                .map(address -> " " + address.getScheme() + "://" + address.getAuthority())
                .distinct()
                .collect(Collectors.joining());
        return ResponseEntity.status(status)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'" + others)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
