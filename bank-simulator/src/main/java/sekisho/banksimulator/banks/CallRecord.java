package sekisho.banksimulator.banks;

import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Fault;

/**
 * A call that a bank received.
 *
 * @param number 1, 2, 3, … in the order of arrival
 * @param at when it came (ms since 1970)
 * @param fault what befell it; null: nothing
 * @param reply null while it is not answered
 */
public record CallRecord(
        long number,
        long at,
        CallKind kind,
        Order order,
        @Nullable Fault fault,
        @Nullable Reply reply) {}
