package sekisho.server.notice;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.ServerSettings;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;
import sekisho.server.people.Phone;
import sekisho.server.vault.Vault;

/** Mails and text messages that were sent, for everybody to read: in the demo world only. */
@Controller
public final class PostBoxPage {
    private static final int MOST = 50;

    private final Letters letters;
    private final Vault vault;
    private final boolean shown;

    PostBoxPage(Letters letters, Vault vault, ServerSettings settings, Environment environment) {
        this.letters = letters;
        this.vault = vault;
        this.shown = environment.getProperty("sekisho.post-box", Boolean.class, settings.demo());
    }

    /** A mail or text message as the page shows it. */
    public record Shown(Letter letter, String to) {}

    /** Newest first. */
    public record Model(List<Shown> letters) {}

    @GetMapping("/post-box")
    ModelAndView show(Visit visit) {
        if (!shown) {
            throw new NotThere();
        }
        return Page.of(
                "notice/post-box",
                visit,
                new Model(letters.newest(MOST).stream()
                        .map(letter -> new Shown(letter, address(letter)))
                        .toList()));
    }

    private String address(Letter letter) {
        String kept = vault.value(letter.recipient()).orElse("");
        return letter.isText() ? Phone.parse(kept).map(Phone::shown).orElse("") : kept;
    }
}
