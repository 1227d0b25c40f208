package sekisho.banksimulator.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import sekisho.banksimulator.profile.Look;

/** The list of banks, their homes, their looks. */
@Controller
final class HomePages {
    private static final Map<String, MediaType> FILES = Map.of(
            "base.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "list.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "layouts.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "waiting.js", MediaType.valueOf("text/javascript;charset=UTF-8"));

    private final Reception reception;

    HomePages(Reception reception) {
        this.reception = reception;
    }

    @GetMapping("/banks")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Words words = reception.words(request);
        return Page.html(
                HttpStatus.OK, reception.render("banks.jte", Map.of("words", words, "banks", reception.profiles())));
    }

    @GetMapping("/banks/{code}/")
    ResponseEntity<byte[]> home(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return nowhere();
        }
        Words words = reception.words(request);
        Frame frame = reception.frame(request, office.get(), words.say("home.title"));
        return Page.html(
                HttpStatus.OK, reception.render("home.jte", Map.of("frame", frame, "practice", reception.practice())));
    }

    @GetMapping("/banks/{code}")
    ResponseEntity<byte[]> homeWithoutSlash(@PathVariable String code) {
        return reception.office(code).isPresent() ? Page.redirect("/banks/" + code + "/") : nowhere();
    }

    /** Goes back to a page of ours in another language. */
    @GetMapping("/banks/language")
    ResponseEntity<byte[]> language(@RequestParam String to, @RequestParam String back) {
        String language = to.equals("en") ? "en" : "ja";
        String address = back.matches("/banks[A-Za-z0-9/-]*") ? back : "/banks";
        return Page.redirect(address, Reception.languageCookie(language));
    }

    @GetMapping("/banks/{code}/look.css")
    ResponseEntity<byte[]> look(@PathVariable String code) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return nowhere();
        }
        Look look = office.get().profile().look();
        String css = ":root{--main:" + look.main() + ";--second:" + look.second() + ";--paper:" + look.paper() + "}\n";
        return Page.headed(HttpStatus.OK, List.of())
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(css.getBytes(UTF_8));
    }

    @GetMapping("/banks/{code}/emblem.svg")
    ResponseEntity<byte[]> emblem(@PathVariable String code) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return nowhere();
        }
        Look look = office.get().profile().look();
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><path fill=\"" + look.main()
                + "\" d=\"" + Emblems.path(look.emblem()) + "\"/></svg>\n";
        return Page.headed(HttpStatus.OK, List.of())
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(svg.getBytes(UTF_8));
    }

    @GetMapping("/bank-files/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        MediaType type = FILES.get(name);
        if (type == null) {
            return nowhere();
        }
        try (var stream = HomePages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside its class");
            }
            return ResponseEntity.ok()
                    .contentType(type)
                    .header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CACHE_CONTROL, "max-age=60")
                    .body(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ResponseEntity<byte[]> nowhere() {
        return Page.headed(HttpStatus.NOT_FOUND, List.of())
                .contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
                .body("there is no such page".getBytes(UTF_8));
    }
}
