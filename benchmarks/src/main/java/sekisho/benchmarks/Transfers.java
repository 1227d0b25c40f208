package sekisho.benchmarks;

import java.util.SplittableRandom;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;

/**
 * An endless list of transfers. Payer and payee are drawn by Zipf's law (exponent 0.99) with the ranks scattered over all wallets.
 * One in ten is refused: 4 % for want of money, 3 % over the limit of one transfer, 3 % because the payee is frozen. Everything follows from the
 * transfer's number, so that any of them can be made again. Immutable; any thread.
 */
final class Transfers {
    static final double EXPONENT = 0.99;

    private static final int DRAWS = 1 << 22;
    private static final long SCATTER = 2_654_435_761L;

    private final int wallets;
    private final long seed;
    private final int[] draws = new int[DRAWS];

    /**
     * Draws the wallets.
     *
     * @param seed gives other transfers and other ids
     */
    Transfers(Population population, long seed) {
        this.wallets = population.wallets();
        this.seed = seed;
        Zipf zipf = new Zipf(wallets, EXPONENT);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = (int) (zipf.draw(random) * SCATTER % wallets);
        }
    }

    /** The transfer with this number, from 0. */
    TransferCommand.Send command(long number) {
        long bits = Mix.of(seed, number);
        int from = draws[(int) (bits & (DRAWS - 1))];
        int to = draws[(int) (bits >>> 22 & (DRAWS - 1))];
        if (to == from) {
            to = from + 1 == wallets ? 0 : from + 1;
        }
        int chance = (int) (bits >>> 44) % 100;
        long amount = 1 + (bits >>> 54);
        WalletId payee = Population.wallet(to);
        if (chance < 4) {
            amount += Population.PER_TRANSFER / 2;
        } else if (chance < 7) {
            amount += Population.PER_TRANSFER;
        } else if (chance < 10) {
            payee = Population.wallet(wallets + from % Population.FROZEN);
        }
        return new TransferCommand.Send(
                Population.wallet(from), payee, new Money(amount, Population.CURRENCY), false, 0);
    }

    /** The id of the transfer with this number, as made at this time. */
    RequestId id(long number, long millis) {
        long bits = Mix.of(~seed, number);
        return RequestId.of(millis, (int) bits, Mix.of(seed, bits));
    }
}
