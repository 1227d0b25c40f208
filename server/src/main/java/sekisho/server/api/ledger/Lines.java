package sekisho.server.api.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.server.api.Defaults;
import sekisho.server.json.BadValue;
import sekisho.server.json.Forms;
import sekisho.server.json.TextForm;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** Lines of a request as the engine's lines. */
final class Lines {
    private Lines() {}

    /** All of them; ends the request where there are too few or too many, or one names an owner that its kind cannot have. */
    static List<Line> of(List<PostingLine> lines) {
        if (lines.size() < 2 || lines.size() > LedgerCommand.MAX_LINES) {
            throw new ProblemException(ProblemCode.OUT_OF_RANGE
                    .because("/lines has 2 to " + LedgerCommand.MAX_LINES + " elements.")
                    .at("/lines")
                    .withBound(LedgerCommand.MAX_LINES));
        }
        var all = new ArrayList<Line>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var account = new AccountKey(
                    BookId.FIRST, line.kind(), owner(line, "/lines/" + i + "/owner"), Defaults.of(line.currency()));
            all.add(new Line(account, line.side(), line.amount().minorUnits()));
        }
        return all;
    }

    private static long owner(PostingLine line, String pointer) {
        String owner = line.owner();
        return switch (line.kind()) {
            case WALLET -> parse(Forms.WALLET, owner, pointer).value();
            case MERCHANT -> parse(Forms.MERCHANT, owner, pointer).value();
            case SETTLEMENT, IN_TRANSIT, SUSPENSE ->
                parse(Forms.BANK, owner, pointer).code();
            case FEES, COMPENSATION, POSITION, OPENING -> {
                if (owner != null) {
                    throw new ProblemException(ProblemCode.MALFORMED_VALUE
                            .because("Accounts of the kind " + Forms.word(line.kind()) + " have no owner.")
                            .at(pointer));
                }
                yield 1;
            }
        };
    }

    private static <T> T parse(TextForm<T> form, @Nullable String owner, String pointer) {
        if (owner == null) {
            throw new ProblemException(
                    ProblemCode.MISSING_FIELD.because(pointer + " is missing.").at(pointer));
        }
        try {
            return form.parse(owner);
        } catch (BadValue bad) {
            throw new ProblemException(bad.at(pointer));
        }
    }
}
