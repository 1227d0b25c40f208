package sekisho.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Description;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.identity.Issuer;
import sekisho.server.linking.AccountTokens;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient;

/** The door in a browser without a wallet, on a founded book: two banks without pages, one with two factors and one without. */
final class DoorTest {
    private static final long HOUR = 3_600_000;
    private static final AtomicLong ACCOUNTS = new AtomicLong(1);
    private static final BankId STRONG = new BankId(9_101);
    private static final BankId WEAK = new BankId(9_102);

    @TempDir
    static Path folder;

    private static RunningServer running;
    private static SigningBank strong;
    private static SigningBank weak;

    private final WebClient browser = browser();

    private static WebClient browser() {
        return new WebClient(running.server().baseUrl());
    }

    @BeforeAll
    static void found() {
        strong = new SigningBank();
        weak = new SigningBank();
        running = RunningServer.start(
                folder,
                settings -> settings.withDemo(true)
                        .withMore(Map.of(
                                "sekisho.linking.operator", "sekisho",
                                "sekisho.door.same-time", "120ms",
                                "sekisho.budget.door", "100000",
                                "sekisho.access.tokens-per-second", "10000")));
        Issuer issuer = running.server().part(Issuer.class);
        running.server()
                .part(Founding.class)
                .found(new Founding.Plan(
                        issuer.number(),
                        issuer.publicKey(),
                        List.of(
                                new FoundedBank(STRONG, described(3 | 8), 1, strong.statementKey()),
                                new FoundedBank(WEAK, described(1), 1, weak.statementKey()))));
        var banks = running.server().part(SupportedBanks.class);
        banks.put(new SupportedBank(STRONG, "あおなみ銀行", "Aonami Bank", "アオナミ", strong.issuer(), 3));
        banks.put(new SupportedBank(WEAK, "千鳥銀行", "Chidori Bank", "チドリ", weak.issuer(), 3));
    }

    private static Description described(int factors) {
        return new Description(1, 1, factors, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
    }

    @AfterAll
    static void stop() {
        running.close();
        strong.close();
        weak.close();
    }

    @Test
    void anybodyMaySeeTheDoorAndIsAskedForNothingButTheBank() {
        var begin = browser.get("/door");
        assertThat(begin.status()).isEqualTo(200);
        assertThat(begin.html()).contains("Aonami Bank").contains("9102").doesNotContain("type=\"text\"");
        assertThat(browser.open("/door/bank?code=9101").html()).contains("Confirm with Aonami Bank");
        assertThat(browser.get("/door/at/9999").status()).isEqualTo(404);
    }

    @Test
    void aStrongProofLocksAndShowsWhatIsLinkedButNotWhose() {
        String account = account();
        var link = new OperationId(77, ACCOUNTS.incrementAndGet());
        running.server().part(AccountTokens.class).note(link, STRONG, token(account));
        var done = brings(STRONG, "lock", "granted", StatementAnswer.MTCH, account, true);
        assertThat(done.html())
                .contains("Locked: your account at Aonami Bank")
                .contains("Until you have the lock lifted");
        // Reloaded, it is still what became of this visit; another browser sees nothing.
        assertThat(browser.get("/door/done").html()).contains("Locked: your account at Aonami Bank");
        assertThat(new WebClient(running.server().baseUrl()).get("/door/done").html())
                .contains("could not be confirmed");

        var lifting = brings(STRONG, "unlock", "granted", StatementAnswer.MTCH, account, true);
        assertThat(lifting.html()).contains("will be lifted").contains("Until ");
        assertThat(running.server().part(DoorClaims.class).latest(500))
                .filteredOn(claim -> claim.account().equals(token(account)))
                .extracting(DoorClaims.Claim::became)
                .containsExactly("unlocking", "locked");
    }

    @Test
    void aWeakProofSaysTheSameWhateverWasThereBefore() {
        String fresh = account();
        String lockedBefore = account();
        String lockedByStaff = account();
        String rejected = account();
        var _ = brings(WEAK, "lock", "granted", StatementAnswer.MTCH, lockedBefore, false);
        approved(new CheckpointCommand.LockAccount(WEAK, token(lockedByStaff), 1));
        approved(new CheckpointCommand.LockAccount(WEAK, token(rejected), 1));
        approved(new CheckpointCommand.RejectClaim(WEAK, token(rejected), 1));
        String first = words(brings(WEAK, "lock", "granted", StatementAnswer.MTCH, fresh, false));
        assertThat(first).contains("Locked: your account at Chidori Bank").contains("at the latest");
        for (String account : List.of(lockedBefore, lockedByStaff, rejected)) {
            assertThat(words(brings(WEAK, "lock", "granted", StatementAnswer.MTCH, account, false)))
                    .isEqualTo(first);
        }
    }

    @Test
    void aWeakBankThatSaysTwoFactorsShowsNothingMore() {
        assertThat(brings(WEAK, "lock", "granted", StatementAnswer.MTCH, account(), true)
                        .html())
                .contains("at the latest")
                .doesNotContain("Wallets linked");
    }

    @Test
    void whoeverHasProvedNothingSeesTheSameBytesForEveryReason() {
        String locked = account();
        String rejected = account();
        String many = account();
        var _ = brings(STRONG, "lock", "granted", StatementAnswer.MTCH, locked, true);
        approved(new CheckpointCommand.LockAccount(STRONG, token(rejected), 1));
        approved(new CheckpointCommand.RejectClaim(STRONG, token(rejected), 1));
        for (int i = 0; i < 5; i++) {
            var _ = brings(STRONG, "lock", "not-identified", StatementAnswer.FAILED, many, false);
        }
        var answers = List.of(
                brings(STRONG, "lock", "not-identified", StatementAnswer.FAILED, account(), false),
                brings(STRONG, "lock", "not-identified", StatementAnswer.FAILED, locked, false),
                brings(STRONG, "lock", "not-identified", StatementAnswer.FAILED, rejected, false),
                brings(STRONG, "lock", "declined", StatementAnswer.FAILED, account(), false),
                brings(STRONG, "lock", "not-possible", StatementAnswer.NOAP, account(), false),
                brings(STRONG, "lock", "granted", StatementAnswer.NMTC, account(), true),
                brings(STRONG, "lock", "granted", StatementAnswer.MTCH, many, true),
                brings(WEAK, "unlock", "granted", StatementAnswer.MTCH, account(), false));
        String first = words(answers.getFirst());
        assertThat(first).contains("This could not be confirmed now");
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(words(answer)).isEqualTo(first);
        });
    }

    @Test
    void anAnswerIsUsedOnceAndByTheBrowserThatWasSent() {
        var leave = leave(browser, STRONG, "lock");
        String result = strong.result(leave.value("request"), "granted", StatementAnswer.MTCH, account(), true);
        var other = new WebClient(running.server().baseUrl());
        assertThat(other.get("/door/return?result=" + result).leadsTo()).isEqualTo("/door/done");
        assertThat(other.get("/door/done").html()).contains("could not be confirmed");
        assertThat(browser.open("/door/return?result=" + result).html()).contains("Locked: your account");
        // Knocks anew, and brings the old word: what became of the new visit is nothing.
        var _ = leave(browser, STRONG, "lock");
        assertThat(browser.open("/door/return?result=" + result).html()).contains("could not be confirmed");
        // The word of another bank's key is none.
        var again = leave(browser, STRONG, "lock");
        String forged = weak.result(again.value("request"), "granted", StatementAnswer.MTCH, account(), true);
        assertThat(browser.open("/door/return?result=" + forged).html()).contains("could not be confirmed");
    }

    @Test
    void everyReturnTakesTheSameTime() {
        long nothing = nanos(() -> browser.get("/door/return?result=nothing"));
        var leave = leave(browser, STRONG, "lock");
        String result = strong.result(leave.value("request"), "granted", StatementAnswer.MTCH, account(), true);
        long proved = nanos(() -> browser.get("/door/return?result=" + result));
        assertThat(Duration.ofNanos(nothing)).isGreaterThanOrEqualTo(Duration.ofMillis(119));
        assertThat(Duration.ofNanos(proved)).isGreaterThanOrEqualTo(Duration.ofMillis(119));
    }

    private static long nanos(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static WebClient.Shown leave(WebClient browser, BankId bank, String errand) {
        var at = browser.get("/door/at/" + bank.code());
        var leave = browser.post(at, "/door/at/" + bank.code(), Map.of("errand", errand));
        assertThat(leave.status()).as(leave.html()).isEqualTo(200);
        assertThat(leave.header("Content-Security-Policy")).contains("form-action 'self' http://127.0.0.1:");
        return leave;
    }

    private WebClient.Shown brings(
            BankId bank, String errand, String result, StatementAnswer answer, String account, boolean twoFactors) {
        String form = leave(browser, bank, errand).value("request");
        String said = (bank.equals(STRONG) ? strong : weak).result(form, result, answer, account, twoFactors);
        var back = browser.get("/door/return?result=" + said);
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.leadsTo()).isEqualTo("/door/done");
        return browser.get("/door/done");
    }

    /** Without the clock's minutes, and what is random in every page. */
    private static String words(WebClient.Shown shown) {
        return shown.html().replaceAll("[0-9]{2}:[0-9]{2}", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static void approved(CheckpointCommand command) {
        assertThat(running.server().part(Founding.class).approved(command).accepted())
                .isTrue();
    }

    private static String account() {
        return SigningBank.account(ACCOUNTS.incrementAndGet());
    }

    private static Token token(String account) {
        return new Token(HexFormat.fromHexDigitsToLong(account, 0, 16), HexFormat.fromHexDigitsToLong(account, 16, 32));
    }
}
