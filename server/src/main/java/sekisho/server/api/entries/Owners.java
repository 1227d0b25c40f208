package sekisho.server.api.entries;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.server.json.BadValue;
import sekisho.server.json.Forms;
import sekisho.server.json.Hex;
import sekisho.server.json.TextForm;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** Owners of accounts as texts: how depends on the account's kind. */
public final class Owners {
    private Owners() {}

    /** The owner's id; null where the kind has no owners. */
    public static @Nullable String text(AccountKind kind, long owner) {
        return switch (kind) {
            case WALLET, MERCHANT -> Hex.of(owner);
            case SETTLEMENT, IN_TRANSIT, SUSPENSE -> Forms.BANK.write().apply(new BankId((int) owner));
            case FEES, COMPENSATION, POSITION, OPENING -> null;
        };
    }

    /**
     * The owner's number.
     *
     * @param place where the text stands, for problems
     * @throws ProblemException if the text is no owner that the kind can have
     */
    public static long number(AccountKind kind, @Nullable String owner, String place) {
        return switch (kind) {
            case WALLET -> parse(Forms.WALLET, owner, place).value();
            case MERCHANT -> parse(Forms.MERCHANT, owner, place).value();
            case SETTLEMENT, IN_TRANSIT, SUSPENSE ->
                parse(Forms.BANK, owner, place).code();
            case FEES, COMPENSATION, POSITION, OPENING -> {
                if (owner != null) {
                    throw new ProblemException(ProblemCode.MALFORMED_VALUE
                            .because("Accounts of the kind " + Forms.word(kind) + " have no owner.")
                            .at(place));
                }
                yield 1;
            }
        };
    }

    private static <T> T parse(TextForm<T> form, @Nullable String owner, String place) {
        if (owner == null) {
            throw new ProblemException(
                    ProblemCode.MISSING_FIELD.because(place + " is missing.").at(place));
        }
        try {
            return form.parse(owner);
        } catch (BadValue bad) {
            throw new ProblemException(bad.at(place));
        }
    }
}
