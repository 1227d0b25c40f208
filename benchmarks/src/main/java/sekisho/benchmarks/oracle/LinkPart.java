package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.Token;
import sekisho.server.json.Forms;

/** Linking an account from a verified wallet, for whoever is refused. Any thread. */
final class LinkPart implements Part {
    private static final int BROWSERS = 48;
    private static final String AT = "/links/at/" + OracleWorld.BANK.code();
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]*)\"");
    private static final Pattern STEP_UP = Pattern.compile("name=\"stepUp\" value=\"([^\"]*)\"");
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]*)\"");

    private final OracleWorld world;
    private final AtomicInteger people = new AtomicInteger();

    LinkPart(OracleWorld world) {
        this.world = world;
    }

    @Override
    public String word() {
        return "link";
    }

    @Override
    public List<String> states() {
        return Arrays.stream(LinkingState.values()).map(LinkingState::word).toList();
    }

    @Override
    public String leaking() {
        return LinkingState.LINK_LOCKED.word();
    }

    @Override
    public int browsers() {
        return BROWSERS;
    }

    @Override
    public Visitor visitor() {
        return new Linking(new Browser(world.server().baseUrl()), Applicant.verified(world, people.incrementAndGet()));
    }

    /** What the bank says of a visit. */
    private String result(String form, LinkingState state, SplittableRandom random) {
        Token unknown = new Token(random.nextLong(), 1);
        return switch (state) {
            case ABSENT, WRONG_SECRET -> world.bank().link(form, BankAnswer.FAILED, unknown);
            case LOCKED ->
                world.bank().link(form, BankAnswer.FAILED, world.accounts().known(random));
            case NO_MATCH -> world.bank().link(form, BankAnswer.NMTC, unknown);
            case LINKED_ELSEWHERE ->
                world.bank().link(form, BankAnswer.MTCH, world.accounts().linked(random));
            case LINK_LOCKED ->
                world.bank().link(form, BankAnswer.MTCH, world.accounts().locked(random));
        };
    }

    /** A customer who wants to link an account. */
    private final class Linking implements Visitor {
        private final Browser browser;
        private final Applicant applicant;
        private boolean signedIn;

        Linking(Browser browser, Applicant applicant) {
            this.browser = browser;
            this.applicant = applicant;
        }

        @Override
        public void begin() throws IOException, InterruptedException {
            applicant.takeAnotherWallet();
            if (!signedIn) {
                String door = applicant.door();
                String proof = Browser.found(Browser.PROOF, browser.get(door));
                var entered = browser.post(door, Map.of("_csrf", proof));
                if (entered.statusCode() >= 400) {
                    throw new IOException("nobody comes in: " + entered.statusCode() + " " + entered.body());
                }
                signedIn = true;
            }
        }

        @Override
        public String goThere(String state, SplittableRandom random) throws IOException, InterruptedException {
            var before = browser.get(AT);
            var leave = browser.post(
                    AT,
                    Map.of(
                            "_csrf", Browser.found(Browser.PROOF, before),
                            "request", Browser.found(REQUEST, before),
                            "stepUp", Browser.found(STEP_UP, before),
                            "credential", applicant.agree(Browser.found(OPTIONS, before))));
            if (leave.statusCode() != 200) {
                throw new IOException("nobody goes to the bank: " + leave.statusCode() + " " + leave.body());
            }
            return result(Browser.found(REQUEST, leave), LinkingState.of(state), random);
        }

        @Override
        public HttpResponse<String> comeBack(String result) throws IOException, InterruptedException {
            return browser.get("/link/return?result=" + result);
        }

        /** The page where everybody is sent, and then, when the tables have it, whatever the wallet says of its only link. */
        @Override
        public String shown() throws IOException, InterruptedException {
            String refused = browser.pageWithDeadline("/links/refused");
            String link = Forms.OPERATION.write().apply(applicant.refusedLink());
            String list = browser.page("/links") + browser.page("/links/" + link);
            return (refused + list + browser.page("/inbox") + browser.page("/home")).replace(link, "");
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
