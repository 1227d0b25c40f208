package sekisho.server.api.payments;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.json.Amount;
import sekisho.server.json.Fee;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;

/** Fees are parts of amounts. */
final class Fees {
    private Fees() {}

    /** Ends the request if the fee is larger than the amount. */
    static void require(@Nullable Fee fee, Amount amount) {
        if (fee != null && fee.minorUnits() > amount.minorUnits()) {
            throw new ProblemException(
                    Refusals.problem(new Refused(Refusal.FEE_OVER_AMOUNT, amount.minorUnits()), Fields.USUAL));
        }
    }
}
