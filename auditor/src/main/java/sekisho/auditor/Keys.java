package sekisho.auditor;

import java.util.Comparator;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;

/** What the tables of the {@link State} are looked up by. */
final class Keys {

    private Keys() {}

    record Limited(BookId book, TierId tier, Currency currency, Operation operation) {}

    record Capped(BookId book, TierId tier, Currency currency) {}

    record Holder(BookId book, AccountKind kind, long owner) {
        static Holder of(BookId book, WalletId wallet) {
            return new Holder(book, AccountKind.WALLET, wallet.value());
        }

        static Holder of(BookId book, MerchantId merchant) {
            return new Holder(book, AccountKind.MERCHANT, merchant.value());
        }
    }

    record Bank(BookId book, BankId bank) {}

    /** A hold, payment, link, instruction or reversed operation. */
    record Started(BookId book, OperationId operation) {}

    record Stream(ClientId client, long stream) {}

    record Funds(BookId book, Currency currency) {}

    /** Whose use of which operation. */
    record Usage(BookId book, WalletId wallet, Currency currency, Operation operation) {}

    /** Bookings of one usage in the same slot, day and month: they count and are forgotten together. */
    record Booking(Usage usage, int slot, int day, int month) {
        static final Comparator<Booking> ORDER = Comparator.<Booking>comparingInt(b -> b.usage.book.value())
                .thenComparingLong(b -> b.usage.wallet.value())
                .thenComparingInt(b -> b.usage.currency.packed())
                .thenComparingInt(b -> b.usage.operation.code())
                .thenComparingInt(Booking::slot)
                .thenComparingInt(Booking::day)
                .thenComparingInt(Booking::month);
    }

    /** An instruction that nobody has claimed. */
    record Unclaimed(BookId book, BankId bank, BankOperation operation, long sequence) {
        static final Comparator<Unclaimed> ORDER = Comparator.<Unclaimed>comparingInt(u -> u.book.value())
                .thenComparingInt(u -> u.bank.code())
                .thenComparingInt(u -> u.operation.code())
                .thenComparingLong(Unclaimed::sequence);
    }

    /** When a deadline is taken. */
    record Due(long at, long sequence) {
        static final Comparator<Due> ORDER = Comparator.comparingLong(Due::at).thenComparingLong(Due::sequence);
    }

    /** What a deadline is about. */
    record Subject(DeadlineKind kind, BookId book, OperationId subject, long owner) {}

    /** A request with an id; in the order in which answers are forgotten. */
    record Remembered(ClientId client, RequestId id) {
        static final Comparator<Remembered> ORDER = Comparator.<Remembered>comparingLong(r -> r.id.millis())
                .thenComparingLong(r -> r.id.high())
                .thenComparingLong(r -> r.id.low())
                .thenComparingLong(r -> r.client.value());
    }
}
