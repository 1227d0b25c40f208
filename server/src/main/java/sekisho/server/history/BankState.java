package sekisho.server.history;

import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;

/** The three switches of a registered bank. */
public record BankState(BankId bank, SwitchState links, SwitchState topUps, SwitchState cashOuts) {

    /** The switch of an operation. */
    public SwitchState of(BankOperation operation) {
        return switch (operation) {
            case LINKS -> links;
            case TOP_UPS -> topUps;
            case CASH_OUTS -> cashOuts;
        };
    }
}
