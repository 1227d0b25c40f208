package sekisho.server.wallet.settings;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sekisho.server.Server;
import sekisho.server.testing.Person;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;

/** The telephone of a person of tests; its messages are those of the post box. */
public record Phone(Person owner, Server server, String number) {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern LETTER = Pattern.compile("<article.*?</article>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("your number is (\\d{6})");
    private static final String PATH = "/settings/contacts/phone";

    /** A telephone with a number that nobody else has. */
    public static Phone of(Person owner, Server server) {
        return new Phone(owner, server, "090-0000-%04d".formatted(COUNT.incrementAndGet()));
    }

    /** Makes it a contact, with passkey and code. */
    public Shown add() {
        propose();
        return owner.web().post(owner.web().get(PATH + "/code"), PATH + "/code", Map.of("code", code()));
    }

    /** Has a code sent to it. */
    void propose() {
        owner.web().post(owner.web().get(PATH), PATH, Map.of("address", number));
        Shown page = owner.web().get(PATH + "/confirm");
        String credential = owner.authenticator().get(page.options(), owner.origin());
        owner.web().post(page, PATH + "/confirm", Map.of("stepUp", page.value("stepUp"), "credential", credential));
    }

    /** The code that was sent to it last. */
    String code() {
        var code = CODE.matcher(letters(server, number));
        if (!code.find()) {
            throw new AssertionError("no code was sent to " + number);
        }
        return code.group(1);
    }

    /** What was sent to an address, newest first. */
    static String letters(Server server, String address) {
        String box = new WebClient(server.baseUrl()).get("/post-box").html();
        return LETTER.matcher(box)
                .results()
                .map(MatchResult::group)
                .filter(letter -> letter.contains("To " + address + "<"))
                .collect(Collectors.joining("\n"));
    }
}
