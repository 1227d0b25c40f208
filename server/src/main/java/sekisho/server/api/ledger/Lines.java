package sekisho.server.api.ledger;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.server.api.Defaults;
import sekisho.server.api.entries.Owners;
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
                    BookId.FIRST,
                    line.kind(),
                    Owners.number(line.kind(), line.owner(), "/lines/" + i + "/owner"),
                    Defaults.of(line.currency()));
            all.add(new Line(account, line.side(), line.amount().minorUnits()));
        }
        return all;
    }
}
