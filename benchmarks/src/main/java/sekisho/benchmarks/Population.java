package sekisho.benchmarks;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.Limit;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/**
 * The wallets of a benchmark and the commands that set them up, by number: settings, then each wallet's opening and funding, then a
 * few frozen ones. Immutable; commands are made when asked for, so that millions take no memory.
 *
 * @param wallets that send and receive
 */
record Population(int wallets) {
    static final BookId BOOK = BookId.FIRST;
    static final ClientId CLIENT = new ClientId(1);

    /** The code for testing of ISO 4217. */
    static final Currency CURRENCY = Currency.of("XTS");

    static final BankId BANK = new BankId(9_999);
    static final TierId TIER = new TierId(255);

    /** The most that one transfer may move, minor units. */
    static final long PER_TRANSFER = 1L << 40;

    /** Answers that the journal may hold: a minute and more of the fastest measure. */
    private static final long JOURNAL = 100_000_000;

    /** What every wallet begins with, minor units. */
    static final long FUNDS = 1L << 35;

    /** Wallets that may receive nothing. */
    static final int FROZEN = 1_000;

    /** A bound that is counted but never reached. */
    private static final long FAR = 1L << 60;

    private static final Limit COUNTED = new Limit(PER_TRANSFER, FAR, FAR, FAR, FAR);
    private static final long IDS = 0x5345_4B49L;

    /** The wallet with an index, from 0; those from {@link #wallets} on are frozen. */
    static WalletId wallet(int index) {
        return new WalletId(Mix.of(IDS, index + 1L) >>> 1);
    }

    private static final int PER_WALLET = 2;

    /**
     * What sets everything up.
     *
     * @param day the calendar day that begins, YYYYMMDD; 0 if the node itself says when days begin
     */
    Commands commands(int day) {
        List<Command<?>> settings = settings(day);
        int count = settings.size() + PER_WALLET * wallets + PER_WALLET * FROZEN;
        return Commands.of(
                count,
                number -> number < settings.size() ? settings.get(number) : walletCommand(number - settings.size()));
    }

    private Command<?> walletCommand(int number) {
        int index = number / PER_WALLET;
        WalletId wallet = wallet(index);
        if (number % PER_WALLET == 0) {
            return new WalletCommand.Open(wallet, TIER, CURRENCY, 0, 0);
        }
        return index < wallets
                ? new TopUpCommand.Received(wallet, BANK, new Money(FUNDS, CURRENCY))
                : new WalletCommand.Freeze(wallet, FreezeScope.CREDITS, 0);
    }

    private static List<Command<?>> settings(int day) {
        List<Command<?>> settings = new ArrayList<>();
        if (day != 0) {
            settings.add(new SettingsCommand.StartDay(day));
        }
        settings.add(new SettingsCommand.DefineCurrency(CURRENCY, 2, true));
        settings.add(new BankCommand.Register(BANK));
        settings.add(new SettingsCommand.SetBalanceCap(TIER, CURRENCY, Limit.NONE));
        settings.add(new SettingsCommand.SetLimit(TIER, CURRENCY, Operation.SEND, COUNTED));
        settings.add(new SettingsCommand.SetLimit(TIER, CURRENCY, Operation.TOP_UP, Limit.UNLIMITED));
        settings.add(new SettingsCommand.SetJournalCapacity(JOURNAL));
        return settings;
    }
}
