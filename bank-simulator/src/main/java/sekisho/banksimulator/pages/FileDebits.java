package sekisho.banksimulator.pages;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.Direction;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.books.Verdict;
import sekisho.formats.zengin.DebitEntry;
import sekisho.formats.zengin.DebitResult;

/** Debits accounts as an entry of a file says, under the mandate that the entry names. */
final class FileDebits {

    /** @param index of the entry in its file: with the file's id its idempotency key */
    DebitResult debit(Office office, String operator, String file, int index, DebitEntry entry) {
        String account = office.customers().bookToken(entry.branch(), entry.account());
        Optional<Mandate> found = office.books().mandates(account).stream()
                .filter(mandate -> mandate.operator().equals(operator))
                .filter(mandate -> DebitFileDesk.customerNumber(mandate.reference())
                        .equals(entry.customer().strip()))
                .max(Comparator.comparingLong(Mandate::since));
        if (found.isEmpty()) {
            return DebitResult.NO_MANDATE;
        }
        Mandate.@Nullable End end = found.get().end();
        if (end != null) {
            return stopped(end.by());
        }
        String key = UUID.nameUUIDFromBytes((file + " " + index).getBytes(StandardCharsets.US_ASCII))
                .toString()
                .replace("-", "");
        var order = new Order(operator, key, Direction.DEBIT, found.get().token(), entry.amount(), "JPY");
        Verdict verdict =
                office.books().take(order).orElseGet(() -> office.books().carryOut(order));
        return result(verdict);
    }

    private static DebitResult stopped(EndedBy by) {
        return switch (by) {
            case CUSTOMER -> DebitResult.STOPPED_BY_HOLDER;
            case OPERATOR -> DebitResult.STOPPED_BY_COLLECTOR;
            case BANK -> DebitResult.NO_MANDATE;
        };
    }

    private static DebitResult result(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Settled _ -> DebitResult.DONE;
            case Verdict.Declined(var reason) ->
                switch (reason) {
                    case INSUFFICIENT_FUNDS -> DebitResult.INSUFFICIENT_FUNDS;
                    case ACCOUNT_NOT_FOUND, ACCOUNT_CLOSED -> DebitResult.NO_SUCH_ACCOUNT;
                    case MANDATE_ENDED -> DebitResult.NO_MANDATE;
                    case CURRENCY_NOT_HELD, OVER_LIMIT, KEY_CLOSED, REFUSED -> DebitResult.OTHER;
                };
            case Verdict.InProgress _, Verdict.NeverReceived _, Verdict.Conflict _ -> DebitResult.OTHER;
        };
    }
}
