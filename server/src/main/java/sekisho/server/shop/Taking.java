package sekisho.server.shop;

import java.time.Instant;
import java.util.Locale;
import sekisho.protocol.PaymentStatus;
import sekisho.server.history.PaymentState;
import sekisho.server.json.Forms;

/**
 * A payment as a line of a shop's list.
 *
 * @param yen taken, or held
 * @param status a word of the messages: {@code payment.<word>}
 */
public record Taking(String href, String reference, Instant at, long yen, long refunded, String status) {

    static Taking of(PaymentState state, String status) {
        String operation = Forms.OPERATION.write().apply(state.payment());
        return new Taking(
                "/shop/payments/" + operation,
                reference(operation),
                state.begunAt(),
                state.status() == PaymentStatus.CAPTURED
                        ? state.captured()
                        : state.amount().minorUnits(),
                state.refunded(),
                status);
    }

    /** What the shop and its customer both see of a payment. */
    static String reference(String operation) {
        String letters = operation.substring(0, 8).toUpperCase(Locale.ROOT);
        return "T-" + letters.substring(0, 4) + "-" + letters.substring(4);
    }
}
