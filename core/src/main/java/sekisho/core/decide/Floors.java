package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.identity.Assurance;
import sekisho.core.trust.Strength;
import sekisho.core.trust.Trust;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.WalletId;

/** What an operation needs, and what banks, links and wallets have. */
final class Floors {

    private static final long UNDESCRIBED_MILLIS = 30L * 86_400_000;

    private final Trust trust;
    private final Assurance assurance;

    Floors(Bench bench) {
        trust = bench.state().trust();
        assurance = bench.state().assurance();
    }

    /** The floor of an operation; as high as can be where none was set. */
    FloorRow floor(BookId book, BankOperation operation) {
        FloorRow row = trust.floor(book, operation);
        return row == null ? new FloorRow(book, operation, LinkStrength.PHISHING_RESISTANT, 3, false) : row;
    }

    /** How strong a bank's protocol is now. */
    LinkStrength strength(BookId book, BankId bank) {
        DescriptionRow row = trust.description(book, bank);
        return row == null ? LinkStrength.NONE : Strength.of(row.description());
    }

    /** How long the holder of an account may object (ms), at least 1; of a bank that is not described 30 days. */
    long objectionMillis(BookId book, BankId bank) {
        DescriptionRow row = trust.description(book, bank);
        return row == null ? UNDESCRIBED_MILLIS : Math.max(1, row.description().objectionMillis());
    }

    /** Whether a bank is described, and below a floor that was set: then its switch closes by itself. */
    boolean closes(BookId book, BankId bank, BankOperation operation) {
        FloorRow floor = trust.floor(book, operation);
        return floor != null
                && trust.description(book, bank) != null
                && !strength(book, bank).atLeast(floor.strength());
    }

    /** How strong a link is now: not stronger than its bank. */
    LinkStrength strength(CheckedLinkRow link) {
        LinkStrength now = strength(link.book(), link.bank());
        return now.atLeast(link.strength()) ? link.strength() : now;
    }

    /** Why something of this strength is below an operation's floor, or null. */
    @Nullable
    Refused refuses(BookId book, BankOperation operation, LinkStrength strength) {
        LinkStrength needed = floor(book, operation).strength();
        return strength.atLeast(needed) ? null : new Refused(Refusal.LINK_BELOW_FLOOR, needed.code());
    }

    /** Why a wallet's identity is below an operation's floor, or null. */
    @Nullable
    Refused refuses(BookId book, BankOperation operation, WalletId wallet) {
        int needed = floor(book, operation).ial();
        return assurance.ial(book, wallet) >= needed ? null : new Refused(Refusal.WALLET_UNVERIFIED, needed);
    }

    /** Why a method is stopped for an operation, or null. */
    @Nullable
    Refused refuses(BookId book, int method, BankOperation operation) {
        return trust.stopped(book, method, operation) ? new Refused(Refusal.METHOD_STOPPED) : null;
    }
}
