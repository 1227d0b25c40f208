package sekisho.banksimulator.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import sekisho.banksimulator.customers.Identification;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.redirect.MandateRequest;

/** Shows the steps of an identification, and reads their answers. */
final class AskPages {
    private final Reception reception;

    AskPages(Reception reception) {
        this.reception = reception;
    }

    /** What went wrong with the last answers. */
    record Trouble(Set<Ask> wrong, String notice) {
        static final Trouble NONE = new Trouble(Set.of(), "");
    }

    /** The step that an identification stands at. */
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            Office office,
            Identification identification,
            Optional<MandateRequest> wanted,
            Trouble trouble) {
        Words words = reception.words(request);
        Optional<Ask> elsewhere = Optional.of(identification.asks().getFirst()).filter(Ask::elsewhere);
        String heading = heading(identification, words);
        List<String> road = wanted.isPresent() ? road(words) : List.of();
        Frame frame = reception.frame(request, office, heading, road, identification.step() == 0 ? 0 : 1);
        String base = wanted.isPresent() ? "/authorize" : "/sign-in";
        var view = new AskView(
                heading,
                frame.to(base + "/answers"),
                frame.to(base + "/refusal"),
                trouble.notice().isEmpty() ? "" : words.say(trouble.notice()),
                AskField.of(identification, trouble.wrong(), office.profile(), words),
                elsewhere,
                elsewhere.filter(ask -> ask == Ask.CALL_BACK).isPresent()
                        ? identification.callNumber()
                        : identification.matchingNumber(),
                wanted.map(one -> RequestView.of(one, "", words)));
        var status = trouble.equals(Trouble.NONE) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Page.html(
                status,
                reception.render("asking.jte", new HashMap<>(Map.of("frame", frame, "view", view))),
                wanted.map(one -> one.redirect().returns()).orElse(List.<URI>of()));
    }

    static List<String> road(Words words) {
        return List.of(words.say("road.0"), words.say("road.1"), words.say("road.2"), words.say("road.3"));
    }

    /** What the form of the shown step holds. */
    static Map<Ask, String> typed(HttpServletRequest request, Identification identification) {
        var typed = new EnumMap<Ask, String>(Ask.class);
        for (Ask ask : identification.asks()) {
            String text = Optional.ofNullable(request.getParameter(ask.word())).orElse("");
            // Full-width digits are how many people type numbers.
            typed.put(ask, ask.digits() ? sekisho.formats.Digits.plain(text) : text);
        }
        return typed;
    }

    private static String heading(Identification identification, Words words) {
        Ask last = identification.asks().getLast();
        return last.dynamic()
                ? words.say("asking." + last.word())
                : words.say(identification.step() == 0 ? "asking.who" : "asking.more");
    }
}
