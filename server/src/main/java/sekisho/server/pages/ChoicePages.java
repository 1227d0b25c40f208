package sekisho.server.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The choice of a language and of light or dark, kept in the browser. */
@Controller
final class ChoicePages {
    private static final Duration YEAR = Duration.ofDays(365);

    @PostMapping("/choice/language")
    ModelAndView language(HttpServletResponse response, @RequestParam String to, @RequestParam String back) {
        return keep(response, VisitArgument.LANGUAGE_COOKIE, Language.of(to).tag(), back);
    }

    @PostMapping("/choice/theme")
    ModelAndView theme(HttpServletResponse response, @RequestParam String to, @RequestParam String back) {
        return keep(response, VisitArgument.THEME_COOKIE, Theme.of(to).word(), back);
    }

    private static ModelAndView keep(HttpServletResponse response, String name, String value, String back) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
        boolean ours = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
        return Redirect.to(ours ? back : "/");
    }
}
