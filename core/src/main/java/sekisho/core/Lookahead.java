package sekisho.core;

import java.util.List;
import sekisho.core.ledger.Holders;
import sekisho.core.limits.Usage;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Request;
import sekisho.protocol.TransferCommand;

/**
 * Reads what a frame's requests will need, before the first is decided. It decides and changes nothing. With a million wallets a
 * transfer misses the processor's cache ten times, one miss after the other; read for many requests at once, the misses
 * overlap. Measured by {@code ./sekisho bench engine --only engine.core.transfers}: about twice the transfers a second.
 */
final class Lookahead {

    /** Below this there is nothing to overlap. */
    private static final int WORTHWHILE = 8;

    /** What is read for so many requests stays in the processor's nearest cache until they are decided. */
    private static final int WINDOW = 32;

    private final Holders holders;
    private final Usage usage;

    /** Of each request's payer and payee, side by side; 0: none. */
    private final long[] hashes = new long[2 * WINDOW];

    private final int[] rows = new int[2 * WINDOW];

    /** Keeps the reads from being optimised away. */
    private long read;

    Lookahead(State state) {
        holders = state.holders();
        usage = state.usage();
    }

    /** Reads for the requests from a place on; returns the place of the first that it did not read for. */
    int touch(List<Request> requests, int from) {
        int end = Math.min(from + WINDOW, requests.size());
        int count = end - from;
        if (count < WORTHWHILE) {
            return end;
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += touchKeys(requests.get(from + i), 2 * i);
        }
        read = sum + touchHolders(2 * count) + touchUsages(2 * count);
        return end;
    }

    long read() {
        return read;
    }

    private long touchKeys(Request request, int at) {
        hashes[at] = 0;
        hashes[at + 1] = 0;
        if (request.command() instanceof TransferCommand.Send send) {
            hashes[at] =
                    holders.hash(request.book(), AccountKind.WALLET, send.from().value());
            hashes[at + 1] =
                    holders.hash(request.book(), AccountKind.WALLET, send.to().value());
        } else if (request.command() instanceof PaymentCommand.Pay pay) {
            hashes[at] = holders.hash(
                    request.book(), AccountKind.WALLET, pay.wallet().value());
        }
        return holders.touch(hashes[at]) + holders.touch(hashes[at + 1]);
    }

    /** Each loop reads what does not depend on the reads before it in the same loop: so they overlap. */
    private long touchHolders(int count) {
        for (int i = 0; i < count; i++) {
            rows[i] = hashes[i] == 0 ? 0 : holders.likely(hashes[i]);
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += holders.touchRow(rows[i]);
        }
        return sum;
    }

    private long touchUsages(int count) {
        long sum = 0;
        for (int i = 0; i < count; i += 2) {
            sum += usage.touch(holders.firstUsage(rows[i]));
        }
        return sum;
    }
}
