package sekisho.server.console;

import sekisho.server.pages.Visit;

/**
 * What surrounds a page of the console.
 *
 * @param section where the reader is: {@code banks}, {@code wallets}, {@code health}, {@code approvals}, {@code audit} or {@code passkeys}
 * @param attention how many banks have something closed
 * @param waiting how many commands wait for signatures
 * @param lagMillis how far reading is behind the log
 * @param demo whether the demo world runs
 */
public record Frame(StaffMember member, String section, int attention, int waiting, long lagMillis, boolean demo) {

    public String lag() {
        return String.format(java.util.Locale.ROOT, "%.1f s", lagMillis / 1_000.0);
    }

    public String role(Visit visit) {
        return visit.say(member.role() == Role.SUPERVISOR ? "console.role.supervisor" : "console.role.operator");
    }
}
