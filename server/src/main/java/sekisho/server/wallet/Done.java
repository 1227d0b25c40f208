package sekisho.server.wallet;

import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;

/** What became of something that a customer wanted. */
public sealed interface Done {

    /** It is done, now or by the same request before. */
    record Accepted(OperationId operation, boolean repeated) implements Done {}

    /** The engine will not do it; the sentence tells the customer. */
    record Refused(Refusal reason, String sentence) implements Done {

        /** Whether another amount would be accepted: the sentence belongs beside it. */
        public boolean isAboutTheAmount() {
            return switch (reason) {
                case OVER_LIMIT_PER_OPERATION,
                        OVER_LIMIT_24_HOURS,
                        OVER_LIMIT_30_DAYS,
                        OVER_LIMIT_DAY,
                        OVER_LIMIT_MONTH,
                        OVER_BALANCE_CAP,
                        INSUFFICIENT_FUNDS,
                        AMOUNT_OVERFLOW -> true;
                default -> false;
            };
        }
    }

    /** It was surely not done, and can be tried with a new form. */
    record NotDone(String sentence) implements Done {}

    /** Nobody knows: the same form has to be sent again, and does it once. */
    record Unsure(String sentence) implements Done {}
}
