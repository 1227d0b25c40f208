package sekisho.banksimulator.pages;

import java.util.List;
import java.util.Optional;
import sekisho.banksimulator.profile.Ask;

/**
 * A step of an identification, as it is shown.
 *
 * @param action where the form goes
 * @param notice what went wrong before; empty: nothing
 * @param elsewhere what is answered elsewhere; empty: it is answered in fields
 * @param number to be picked or keyed in elsewhere
 * @param request who asks for what; empty: the customer came by themselves
 */
public record AskView(
        String heading,
        String action,
        String cancel,
        String notice,
        List<AskField> fields,
        Optional<Ask> elsewhere,
        String number,
        Optional<RequestView> request) {
    public AskView {
        fields = List.copyOf(fields);
    }
}
