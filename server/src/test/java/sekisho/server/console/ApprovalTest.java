package sekisho.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.protocol.FreezeScope;
import sekisho.server.history.BankState;
import sekisho.server.history.Holders;
import sekisho.server.json.Forms;
import sekisho.server.testing.Person;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;

/** The console of a founded book, over HTTP: what staff do there they sign, and the engine judges who has. */
final class ApprovalTest {
    private static final List<String> ALL = List.of("LINKS", "TOP_UPS", "CASH_OUTS");

    @TempDir
    private static Path folder;

    private static FoundedConsole console;
    private static FoundedConsole.Desk saeki;
    private static FoundedConsole.Desk mori;
    private static FoundedConsole.Desk kitagawa;

    @BeforeAll
    static void start() {
        console = FoundedConsole.start(folder);
        saeki = console.desk("saeki");
        mori = console.desk("mori");
        kitagawa = console.desk("kitagawa");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void oneTouchStopsABankWhollyInOnePlaceOfTheLog() {
        String bank = console.bank();
        String proposal = close(saeki, bank, ALL);
        assertThat(proposal).startsWith("/console/approvals/");
        assertThat(state(bank).links().open()).isTrue();

        // Browsers take no list of passkeys that does not say how each is reached.
        assertThat(saeki.get(proposal).options()).contains("\"transports\":[\"internal\"]");
        Shown done = saeki.sign(proposal);
        assertThat(done.leadsTo()).startsWith("/console/banks/" + bank + "?done=");
        BankState closed = state(bank);
        assertThat(List.of(closed.links(), closed.topUps(), closed.cashOuts()))
                .allSatisfy(one -> assertThat(one.open()).isFalse())
                .allSatisfy(one ->
                        assertThat(one.position()).isEqualTo(closed.links().position()));
        assertThat(saeki.get(done.leadsTo()).html()).contains("In effect. The engine answered within 0.");
        assertThat(console.part(Actions.class).about(bank, 5)).singleElement().satisfies(action -> {
            assertThat(action.kind()).isEqualTo(ActionKind.CLOSE_BANK);
            assertThat(action.ended()).isEqualTo("DONE");
            assertThat(action.position()).isEqualTo(closed.links().position());
        });
        // The same answer sent twice is done once, and says the same.
        assertThat(saeki.get(proposal).html()).contains("This is done.");
    }

    @Test
    void nothingIsOpenedBeforeASecondPersonHasSigned() {
        String bank = console.bank();
        saeki.sign(close(saeki, bank, ALL));
        String proposal = reopen(saeki, bank, ALL);
        assertThat(saeki.sign(proposal).leadsTo()).isEqualTo(proposal);
        assertThat(state(bank).links().open()).isFalse();
        assertThat(saeki.get(proposal).html()).contains("You have signed.", "has to come before");
        assertThat(mori.get("/console/approvals").html())
                .contains("Reopen several switches:", "Links · Top-ups · Cash-outs", bank, "Shun Saeki");
        assertThat(mori.get("/console/banks/" + bank).html()).contains(proposal);

        assertThat(mori.sign(proposal).leadsTo()).contains("?done=");
        assertThat(state(bank).links().open()).isTrue();
        assertThat(state(bank).cashOuts().open()).isTrue();
        assertThat(mori.get("/console/approvals").html()).doesNotContain(proposal);
    }

    @Test
    void theSamePersonTwiceIsRefusedByTheEngineAndUsesUpNothing() {
        String bank = console.bank();
        saeki.sign(close(saeki, bank, List.of("TOP_UPS")));
        String proposal = reopen(saeki, bank, List.of("TOP_UPS"));
        String options = saeki.get(proposal).options();
        saeki.sign(proposal);
        Shown again = saeki.answer(proposal, options);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.html()).contains("The same person can't sign twice.");
        assertThat(state(bank).topUps().open()).isFalse();
        assertThat(mori.sign(proposal).leadsTo()).contains("?done=");
        assertThat(state(bank).topUps().open()).isTrue();
    }

    @Test
    void aForgedSecondIsRefusedByTheEngineAndUsesUpNothing() {
        String bank = console.bank();
        saeki.sign(close(saeki, bank, List.of("TOP_UPS")));
        String proposal = reopen(saeki, bank, List.of("TOP_UPS"));
        saeki.sign(proposal);
        String options = mori.get(proposal).options();
        Shown forged = mori.send(proposal, mori.key().forged(options, console.origin()));
        assertThat(forged.status()).isEqualTo(409);
        assertThat(forged.html()).contains("A signature is not by the passkey that it names.");
        Shown others = mori.send(proposal, saeki.key().get(options, console.origin()));
        assertThat(others.status()).isEqualTo(409);
        assertThat(others.html()).contains("This is not a signature by a passkey of yours");
        assertThat(state(bank).topUps().open()).isFalse();
        assertThat(mori.sign(proposal).leadsTo()).contains("?done=");
        assertThat(state(bank).topUps().open()).isTrue();
    }

    @Test
    void whatWasSignedForOneBankIsWorthNothingForAnother() {
        String bank = console.bank();
        String other = console.bank();
        String one = close(saeki, bank, List.of("LINKS"));
        String two = close(saeki, other, List.of("LINKS"));
        Shown wrong = saeki.send(two, saeki.key().get(saeki.get(one).options(), console.origin()));
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.html()).contains("A signature is for something else.");
        assertThat(state(other).links().open()).isTrue();
    }

    @Test
    void closingAgainMakesAnEarlierReopeningPointless() {
        String bank = console.bank();
        saeki.sign(close(saeki, bank, List.of("LINKS")));
        String proposal = reopen(saeki, bank, List.of("LINKS"));
        saeki.sign(proposal);
        mori.sign(close(mori, bank, List.of("LINKS", "TOP_UPS")));
        assertThat(mori.get(proposal).html()).contains("This can't be signed any more");
    }

    @Test
    void aWalletIsUnfrozenByTwo() {
        Person customer = Person.newcomer(console.server()).proveMail();
        String wallet = Forms.WALLET.write().apply(console.opened(customer));
        change(kitagawa, wallet, "freeze");
        assertThat(frozen(wallet)).isEqualTo(FreezeScope.ALL);
        String proposal = change(kitagawa, wallet, "unfreeze").leadsTo();
        assertThat(proposal).startsWith("/console/approvals/");
        kitagawa.sign(proposal);
        assertThat(frozen(wallet)).isEqualTo(FreezeScope.ALL);
        assertThat(saeki.sign(proposal).leadsTo()).startsWith("/console/wallets/" + wallet);
        assertThat(frozen(wallet)).isEqualTo(FreezeScope.NONE);
    }

    @Test
    void oneLocksAnAccountAndTwoLiftItsLock() {
        String bank = console.bank();
        String account = "00000000000001f40000000000000001";
        String lock = order("LOCK", bank, account);
        assertThat(saeki.get(lock).html()).contains("Lock an account at", account, "One person");
        assertThat(saeki.sign(lock).leadsTo()).startsWith("/console/accounts?done=");
        String reject = order("REJECT", bank, account);
        assertThat(saeki.sign(reject).leadsTo()).isEqualTo(reject);
        assertThat(mori.sign(reject).leadsTo()).startsWith("/console/accounts?done=");
        String lift = order("LIFT", bank, account);
        saeki.sign(lift);
        assertThat(mori.sign(lift).html()).contains("This account is not locked.");
    }

    private static String order(String order, String bank, String account) {
        Shown page = saeki.get("/console/accounts");
        return saeki.post(
                        page,
                        "/console/accounts",
                        Map.of(
                                "request",
                                page.value("request"),
                                "bank",
                                bank,
                                "account",
                                account,
                                "order",
                                order,
                                "reason",
                                "WALLET_FRAUD",
                                "note",
                                "seen"))
                .leadsTo();
    }

    @Test
    void oneStopsAMethodAndTwoOpenIt() {
        String stop = method("true");
        assertThat(saeki.get(stop).html()).contains("Stop method", "decoupled CASH_OUTS");
        assertThat(saeki.sign(stop).leadsTo()).startsWith("/console/methods?done=");
        String open = method("false");
        assertThat(saeki.sign(open).leadsTo()).isEqualTo(open);
        assertThat(mori.sign(open).leadsTo()).startsWith("/console/methods?done=");
    }

    private static String method(String stop) {
        Shown page = saeki.get("/console/methods");
        return saeki.post(
                        page,
                        "/console/methods",
                        Map.of(
                                "request", page.value("request"),
                                "method", "3",
                                "operation", "CASH_OUTS",
                                "stop", stop,
                                "reason", "WALLET_OTHER",
                                "note", "seen"))
                .leadsTo();
    }

    @Test
    void aMembersPasskeyIsEnrolledByTwoOthersWhereNoFounderIsAFile() {
        var staff = console.part(Staff.class);
        staff.add("newcomer", "新 人", "Some Newcomer", Role.OPERATOR);
        StaffMember newcomer = staff.byWord("newcomer").orElseThrow();
        var passkeys = console.part(StaffPasskeys.class);
        var options = passkeys.creation(newcomer);
        var key = new SoftAuthenticator();
        assertThat(passkeys.create(options, key.create(passkeys.json(options, newcomer), console.origin()), "key"))
                .isTrue();
        assertThat(console.part(Enrolments.class).missing(newcomer)).hasSize(1);

        WebClient web = console.signedIn("newcomer");
        Shown page = web.get("/console/passkeys");
        assertThat(page.html()).contains("The engine does not know 1 of your passkeys");
        String proposal = web.post(page, "/console/passkeys/enrol", Map.of("request", page.value("request")))
                .leadsTo();
        assertThat(saeki.sign(proposal).leadsTo()).isEqualTo(proposal);
        assertThat(mori.sign(proposal).leadsTo()).startsWith("/console/passkeys?done=");
        assertThat(console.part(Enrolments.class).missing(newcomer)).isEmpty();

        String bank = console.bank();
        var desk = new FoundedConsole.Desk(web, key, console.origin());
        assertThat(desk.sign(close(desk, bank, List.of("LINKS"))).leadsTo()).contains("?done=");
        assertThat(state(bank).links().open()).isFalse();
    }

    @Test
    void aPasskeyThatIsRemovedSignsNothingMore() {
        var staff = console.part(Staff.class);
        staff.add("two-keys", "二 鍵", "Two Keys", Role.OPERATOR);
        var lost = console.desk("two-keys");
        var kept = console.desk("two-keys");
        Shown page = kept.get("/console/passkeys");
        String oldest = console.part(StaffPasskeys.class)
                .of(staff.byWord("two-keys").orElseThrow())
                .getFirst()
                .id();
        String proposal = kept.post(
                        page, "/console/passkeys/remove", Map.of("passkey", oldest, "request", page.value("request")))
                .leadsTo();
        assertThat(kept.get(proposal).html()).contains("Remove a passkey of", "One person");
        assertThat(kept.sign(proposal).leadsTo()).startsWith("/console/passkeys?done=");
        String close = close(lost, console.bank(), List.of("LINKS"));
        assertThat(lost.sign(close).html()).contains("This is not a signature by a passkey of yours");
        assertThat(kept.sign(close).leadsTo()).contains("?done=");
    }

    private static String close(FoundedConsole.Desk desk, String bank, List<String> operations) {
        Shown page = desk.get("/console/banks/" + bank);
        return desk.post(
                        page,
                        "/console/banks/" + bank + "/close",
                        fields(page, operations, Map.of("reason", "OUTAGE", "note", "")))
                .leadsTo();
    }

    private static String reopen(FoundedConsole.Desk desk, String bank, List<String> operations) {
        Shown page = desk.get("/console/banks/" + bank);
        return desk.post(
                        page,
                        "/console/banks/" + bank + "/reopen",
                        fields(page, operations, Map.of("note", "the bank is well")))
                .leadsTo();
    }

    private static Map<String, String> fields(Shown page, List<String> operations, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("request", page.value("request"));
        // Spring splits a value at its commas, as several boxes of one name.
        fields.put("operation", String.join(",", operations));
        return fields;
    }

    private static Shown change(FoundedConsole.Desk desk, String wallet, String how) {
        Shown page = desk.get("/console/wallets/" + wallet);
        return desk.post(
                page,
                "/console/wallets/" + wallet + "/" + how,
                Map.of("request", page.value("request"), "reason", "WALLET_FRAUD", "note", "seen"));
    }

    private static BankState state(String bank) {
        return console.state(Forms.BANK.parse(bank));
    }

    private static FreezeScope frozen(String wallet) {
        return console.part(Holders.class)
                .wallet(Forms.WALLET.parse(wallet))
                .orElseThrow()
                .frozen();
    }
}
