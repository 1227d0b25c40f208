package sekisho.server.console;

import java.util.Optional;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Visit;

/**
 * What every order of staff has: a reason and a note.
 *
 * @param request the form's id
 */
public record OrderForm(String request, String reason, String note) {
    private static final int LONGEST_NOTE = 200;

    static final OrderForm EMPTY = new OrderForm("", "", "");

    /** What is wrong with it. */
    FormErrors errors(Visit visit) {
        var errors = why().isEmpty() ? FormErrors.of("reason", visit.say("console.reason.choose")) : FormErrors.NONE;
        return note.length() > LONGEST_NOTE ? errors.with("note", visit.say("console.note.long")) : errors;
    }

    /** The reason; empty: none that there is. */
    Optional<Reason> why() {
        return Reason.of(reason).filter(Reason.ofFreezing()::contains);
    }
}
