package sekisho.server.testing;

import java.util.Arrays;
import sekisho.protocol.BankId;
import sekisho.protocol.Description;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.identity.Issuer;

/** Founds the book of a server of tests, with banks whose links nobody need confirm, and that sign with one key. */
public final class FoundedBook {
    private static final long HOUR = 3_600_000;
    private static final int KEY = 1;

    private FoundedBook() {}

    /** Two factors, one of them against phishing; a holder may object for no time; young for an hour. */
    public static Description strong(int version) {
        return new Description(version, 1, 7 | 8 | 16, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
    }

    /** As strong, and its holder may object for an hour. */
    public static Description slow(int version) {
        return new Description(
                version, 1, 7 | 8 | 16, 15, Description.Notice.APP, true, HOUR, HOUR, 100_000, 1_000_000);
    }

    /** Two factors: its holder has to say yes. */
    public static Description twoFactors(int version) {
        return new Description(version, 1, 3 | 8, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
    }

    /** Founds it. The key with which all of these banks sign. */
    public static SoftKey found(RunningServer running, Description description, BankId... banks) {
        SoftKey pen = running.server().part(SoftKeys.class).of("bank");
        Issuer issuer = running.server().part(Issuer.class);
        running.server()
                .part(Founding.class)
                .found(new Founding.Plan(
                        issuer.number(),
                        issuer.publicKey(),
                        Arrays.stream(banks)
                                .map(bank -> new FoundedBank(bank, description, KEY, pen.publicKey()))
                                .toList()));
        return pen;
    }
}
