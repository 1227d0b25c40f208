package sekisho.server.console;

import java.time.InstantSource;
import java.util.Set;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.server.founding.Books;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKeys;

/** Staff of the demo world, and the first thing one of them did. Any thread. */
public final class DemoStaff {
    private static final BankId CLOSED = new BankId(817);

    private final Staff staff;
    private final Switches switches;
    private final Actions actions;
    private final Gateway gateway;
    private final Books books;
    private final Founding founding;
    private final Telephones telephones;

    DemoStaff(
            Staff staff,
            Switches switches,
            Actions actions,
            Gateway gateway,
            Books books,
            Founding founding,
            Telephones telephones) {
        this.telephones = telephones;
        this.staff = staff;
        this.switches = switches;
        this.actions = actions;
        this.gateway = gateway;
        this.books = books;
        this.founding = founding;
    }

    /** The security keys of people who do not exist, and who makes the engine know them. */
    record Telephones(SoftKeys keys, StaffPasskeys passkeys, Enrolments enrolments, InstantSource clock) {}

    /** The security key of somebody of the demo world's staff. */
    public static String keyOf(StaffMember member) {
        return "staff-" + member.word();
    }

    private void giveKey(String word) {
        StaffMember member = staff.byWord(word).orElseThrow();
        telephones
                .passkeys()
                .adopt(
                        member,
                        telephones.keys().of(keyOf(member)),
                        telephones.clock().instant());
        boolean _ = telephones.enrolments().byFounders(member);
    }

    /** Adds an operator and a supervisor, unless they are there. The operator has closed the links of one bank. */
    public void add() {
        staff.add("saeki", "佐伯 駿", "Shun Saeki", Role.OPERATOR);
        staff.add("kitagawa", "北川 亜季", "Aki Kitagawa", Role.SUPERVISOR);
        giveKey("saeki");
        giveKey("kitagawa");
        if (actions.about("0817", 1).isEmpty()) {
            var why = Actions.Why.of(Reason.FRAUD_SUSPECTED, "3 accounts from one device; on the phone with the bank");
            var by = new Switches.By(staff.byWord("saeki").orElseThrow(), why, Reason.FRAUD_SUSPECTED, gateway.newId());
            if (books.founded()) {
                var close = new BankCommand.Suspend(CLOSED, BankOperation.LINKS, Reason.FRAUD_SUSPECTED.code());
                var _ = founding.approved(close);
                actions.note(by.member(), ActionKind.CLOSE_LINKS, "0817", why);
            } else {
                var _ = switches.close(by, CLOSED, Set.of(BankOperation.LINKS));
            }
        }
    }
}
