package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.Token;

/** The door of bank customers who need not be ours, for whoever proves nothing there. Any thread. */
final class DoorPart implements Part {
    private static final int BROWSERS = 48;
    private static final String AT = "/door/at/" + OracleWorld.BANK.code();
    private static final Pattern FORM = Pattern.compile("name=\"request\" value=\"([^\"]*)\"");

    private final OracleWorld world;

    DoorPart(OracleWorld world) {
        this.world = world;
    }

    @Override
    public String word() {
        return "door";
    }

    @Override
    public List<String> states() {
        return Arrays.stream(DoorState.values()).map(DoorState::word).toList();
    }

    @Override
    public String leaking() {
        return DoorState.LINK_LOCKED.word();
    }

    @Override
    public int browsers() {
        return BROWSERS;
    }

    @Override
    public Visitor visitor() {
        return new Knocking(new Browser(world.server().baseUrl()));
    }

    /** What the bank says of a visit. */
    private String result(String form, DoorState state, SplittableRandom random) {
        Token unknown = new Token(random.nextLong(), 1);
        return switch (state) {
            case ABSENT, WRONG_SECRET -> world.bank().door(form, "not-identified", BankAnswer.FAILED, unknown);
            case NO_MATCH -> world.bank().door(form, "granted", BankAnswer.NMTC, unknown);
            case LOCKED ->
                world.bank()
                        .door(
                                form,
                                "not-identified",
                                BankAnswer.FAILED,
                                world.accounts().known(random));
            case LINKED ->
                world.bank()
                        .door(
                                form,
                                "not-identified",
                                BankAnswer.FAILED,
                                world.accounts().linked(random));
            case LINK_LOCKED ->
                world.bank()
                        .door(
                                form,
                                "not-identified",
                                BankAnswer.FAILED,
                                world.accounts().locked(random));
            case REJECTED ->
                world.bank()
                        .door(
                                form,
                                "not-identified",
                                BankAnswer.FAILED,
                                world.accounts().rejected(random));
        };
    }

    /** Somebody at the door. */
    private final class Knocking implements Visitor {
        private final Browser browser;
        private String proof = "";

        Knocking(Browser browser) {
            this.browser = browser;
        }

        @Override
        public void begin() throws IOException, InterruptedException {
            if (proof.isEmpty()) {
                proof = Browser.found(Browser.PROOF, browser.get(AT));
            }
        }

        @Override
        public String goThere(String state, SplittableRandom random) throws IOException, InterruptedException {
            var leave = browser.post(AT, Map.of("errand", "lock", "_csrf", proof));
            return result(Browser.found(FORM, leave), DoorState.of(state), random);
        }

        @Override
        public HttpResponse<String> comeBack(String result) throws IOException, InterruptedException {
            return browser.get("/door/return?result=" + result);
        }

        @Override
        public String shown() throws IOException, InterruptedException {
            return browser.pageWithDeadline("/door/done");
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
