package sekisho.benchmarks;

import sekisho.protocol.BankCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/**
 * Wallets as they are in life: each with an active link to a bank and two counted top-ups in different slots of the sliding windows.
 * The commands are one stream, and {@link #second} follows {@link #first} in it.
 */
record LinkedPopulation(int wallets, long stream) {
    private static final int SETTINGS = 5;
    private static final int PER_WALLET = 4;
    private static final long FAR = 1L << 50;

    /**
     * Settings, then for each wallet: opening, first top-up, link, link's activation.
     *
     * @param day the calendar day that begins, YYYYMMDD; 0 if the node itself says when days begin
     */
    Commands first(int day) {
        return Commands.of(
                SETTINGS + PER_WALLET * wallets,
                number -> number < SETTINGS ? setting(number, day) : walletCommand(number - SETTINGS));
    }

    /** For each wallet its second top-up. */
    Commands second() {
        return Commands.of(wallets, index -> topUp(Population.wallet(index)));
    }

    private Command<?> walletCommand(int number) {
        WalletId wallet = Population.wallet(number / PER_WALLET);
        return switch (number % PER_WALLET) {
            case 0 -> new WalletCommand.Open(wallet, Population.TIER, Population.CURRENCY, 0, 0);
            case 1 -> topUp(wallet);
            case 2 -> new LinkCommand.Request(wallet, Population.BANK);
            default -> new LinkCommand.Activate(wallet, startedBy(number - 1), wallet.value());
        };
    }

    /** The name of what a wallet's command started; entries of a stream count from 1. */
    private OperationId startedBy(int number) {
        return OperationId.of(Population.CLIENT, new StreamEntry(stream, SETTINGS + number + 1L, 0), 0);
    }

    private static TopUpCommand.Received topUp(WalletId wallet) {
        return new TopUpCommand.Received(wallet, Population.BANK, new Money(5_000, Population.CURRENCY));
    }

    private static Command<?> setting(int number, int day) {
        return switch (number) {
            case 0 -> new SettingsCommand.DefineCurrency(Population.CURRENCY, 2, true);
            case 1 ->
                day == 0
                        ? new SettingsCommand.SetBalanceCap(Population.TIER, Population.CURRENCY, Limit.NONE)
                        : new SettingsCommand.StartDay(day);
            case 2 -> new BankCommand.Register(Population.BANK);
            case 3 -> new SettingsCommand.SetBalanceCap(Population.TIER, Population.CURRENCY, Limit.NONE);
            default ->
                new SettingsCommand.SetLimit(
                        Population.TIER, Population.CURRENCY, Operation.TOP_UP, new Limit(FAR, FAR, FAR, FAR, FAR));
        };
    }
}
