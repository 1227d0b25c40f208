package sekisho.server.console;

import java.util.List;

/**
 * A command that waits for signatures, as pages show it.
 *
 * @param href of the page where it is signed
 * @param own whether who reads has signed it
 */
public record ApprovalLine(
        String href,
        String what,
        String subject,
        String place,
        String reason,
        String note,
        String detail,
        String by,
        String at,
        String until,
        int needed,
        boolean own,
        List<Seal> seals) {
    public ApprovalLine {
        seals = List.copyOf(seals);
    }

    /** Who has signed, and when. */
    public record Seal(String by, String at) {}

    public int missing() {
        return needed - seals.size();
    }
}
