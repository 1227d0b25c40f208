package sekisho.server.demo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.identity.Gender;
import sekisho.identity.Octets;
import sekisho.identity.demo.DemoPerson;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotReady;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;

/**
 * Stands in for a telephone that reads cards and passports, where the demonstration is believed and nowhere else. It makes the document
 * that somebody wants, and has it sign our challenge; what it read is sent on like anybody's, and checked like anybody's.
 */
@Controller
public final class ReaderPages {
    private static final String PATH = "/demo/reader";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final int BYTES = 16;

    private final DemoSeed seed;
    private final @Nullable DemoDocuments documents;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Reading> readings =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    ReaderPages(DemoSeed seed, ObjectProvider<DemoDocuments> documents) {
        this.seed = seed;
        this.documents = documents.getIfAvailable();
    }

    /** What was read, until it is sent on. */
    private record Reading(String to, String cancel, String proof) {}

    /**
     * What is shown.
     *
     * @param residents who has accounts at the fictional banks
     * @param document card or passport
     */
    public record Model(
            List<Choice> residents, String document, List<String> conditions, ReaderForm form, FormErrors errors) {}

    /** Somebody whose document can be read. */
    public record Choice(String number, String name, String sub) {}

    /**
     * What is shown.
     *
     * @param to where it is sent
     * @param cancel where one goes who does not want that
     */
    public record ReadModel(String to, String cancel, String proof) {}

    @GetMapping(PATH)
    ModelAndView show(
            Visit visit,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String use) {
        ReaderForm form = ReaderForm.empty(document, challenge, use);
        var _ = documents(visit, form.to());
        return Page.of("demo/reader", visit, model(visit, form, FormErrors.NONE));
    }

    @PostMapping(PATH)
    ModelAndView read(Visit visit, @ModelAttribute ReaderForm form) {
        DemoDocuments made = documents(visit, form.to());
        FormErrors errors = form.errors(visit, seed.residents());
        if (!errors.isEmpty()) {
            return Page.again("demo/reader", visit, model(visit, form, errors));
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        readings.put(name, new Reading(form.to(), form.cancel(), proof(made, form)));
        return Redirect.to(PATH + "/" + name);
    }

    /** What was read, with the button that sends it. */
    @GetMapping(PATH + "/{reading}")
    ModelAndView shown(Visit visit, @PathVariable String reading) {
        Reading read = readings.getIfPresent(reading);
        var _ = documents(visit, read == null ? "" : read.to());
        if (read == null) {
            throw new NotThere();
        }
        return Page.of("demo/read", visit, new ReadModel(read.to(), read.cancel(), read.proof()));
    }

    private String proof(DemoDocuments made, ReaderForm form) {
        DemoResident who = form.who(seed.residents());
        Octets challenge = form.asked();
        return switch (form.kind()) {
            case CARD ->
                made.card(
                        new DemoPerson(who.kanji(), who.address(), who.born(), Gender.NOT_STATED),
                        form.cardCondition(),
                        challenge);
            case PASSPORT -> made.passport(who.latin(), who.born(), form.isCopied(), challenge);
        };
    }

    private Model model(Visit visit, ReaderForm form, FormErrors errors) {
        List<DemoResident> all = seed.residents();
        var choices = new java.util.ArrayList<Choice>();
        for (int i = 0; i < all.size(); i++) {
            DemoResident one = all.get(i);
            String name = form.kind() == ReaderForm.Document.PASSPORT ? one.latin() : one.kanji();
            choices.add(new Choice(Integer.toString(i), name, visit.times().whole(one.born()) + " · " + one.address()));
        }
        return new Model(choices, form.document(), form.kind().conditions(), form, errors);
    }

    /** Whoever has lost all passkeys has a card read too, and is not signed in. */
    private DemoDocuments documents(Visit visit, String to) {
        if (documents == null) {
            throw new NotThere();
        }
        if (visit.person() == null && !to.startsWith(ReaderForm.RECOVER)) {
            throw new NotReady("/sign-in");
        }
        return documents;
    }
}
