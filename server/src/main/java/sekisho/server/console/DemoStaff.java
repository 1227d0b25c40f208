package sekisho.server.console;

import sekisho.gateway.Gateway;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;

/** Staff of the demo world, and the first thing one of them did. Any thread. */
public final class DemoStaff {
    private static final BankId CLOSED = new BankId(817);

    private final Staff staff;
    private final Switches switches;
    private final Actions actions;
    private final Gateway gateway;

    DemoStaff(Staff staff, Switches switches, Actions actions, Gateway gateway) {
        this.staff = staff;
        this.switches = switches;
        this.actions = actions;
        this.gateway = gateway;
    }

    /** Adds an operator and a supervisor, unless they are there. The operator has closed the links of one bank. */
    public void add() {
        staff.add("saeki", "佐伯 駿", "Shun Saeki", Role.OPERATOR);
        staff.add("kitagawa", "北川 亜季", "Aki Kitagawa", Role.SUPERVISOR);
        if (actions.about("0817", 1).isEmpty()) {
            var why = Actions.Why.of(Reason.FRAUD_SUSPECTED, "3 accounts from one device; on the phone with the bank");
            var by = new Switches.By(staff.byWord("saeki").orElseThrow(), why, Reason.FRAUD_SUSPECTED, gateway.newId());
            var _ = switches.close(by, CLOSED, BankOperation.LINKS);
        }
    }
}
