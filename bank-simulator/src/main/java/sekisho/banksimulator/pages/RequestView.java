package sekisho.banksimulator.pages;

import java.util.ArrayList;
import java.util.List;
import sekisho.banksimulator.redirect.MandateRequest;

/**
 * Who asks for what.
 *
 * @param rows what stands in the table
 * @param matchingNumber two digits that the operator shows too
 */
public record RequestView(List<Row> rows, String matchingNumber) {
    public RequestView {
        rows = List.copyOf(rows);
    }

    /** A row of the table. */
    public record Row(String label, String value) {}

    /** @param account masked; empty before it is known */
    static RequestView of(MandateRequest request, String account, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(words.say("request.by"), words.say(request.redirect().shownAs())));
        rows.add(new Row(words.say("request.for"), words.say("purpose." + request.purpose())));
        if (!account.isEmpty()) {
            rows.add(new Row(words.say("request.account"), account));
        }
        return new RequestView(rows, request.matchingNumber());
    }
}
