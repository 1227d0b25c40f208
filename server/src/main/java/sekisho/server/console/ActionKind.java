package sekisho.server.console;

import java.util.Locale;
import java.util.Set;
import sekisho.protocol.BankOperation;

/** Something that staff do, which is written down. */
enum ActionKind {
    SIGN_IN,
    ADD_PASSKEY,
    LOOK_AT_WALLET,
    CLOSE_LINKS,
    CLOSE_TOP_UPS,
    CLOSE_CASH_OUTS,
    ASK_REOPEN_LINKS,
    ASK_REOPEN_TOP_UPS,
    ASK_REOPEN_CASH_OUTS,
    REOPEN_LINKS,
    REOPEN_TOP_UPS,
    REOPEN_CASH_OUTS,
    CLOSE_BANK,
    REOPEN_BANK,
    FREEZE,
    UNFREEZE,
    /** Signed what a second person has to sign too. */
    SIGN,
    ENROL_STAFF,
    REMOVE_PASSKEY,
    DESCRIBE_BANK,
    SUSPEND_LINK,
    STOP_METHOD,
    OPEN_METHOD,
    LOCK_ACCOUNT,
    LIFT_LOCK,
    REJECT_CLAIM;

    static ActionKind close(Set<BankOperation> operations) {
        return valueOf("CLOSE_" + what(operations));
    }

    static ActionKind askReopen(BankOperation operation) {
        return valueOf("ASK_REOPEN_" + operation.name());
    }

    static ActionKind reopen(Set<BankOperation> operations) {
        return valueOf("REOPEN_" + what(operations));
    }

    private static String what(Set<BankOperation> operations) {
        return operations.size() == 1 ? operations.iterator().next().name() : "BANK";
    }

    /** The key of what is to be done, before it is. */
    String wanted() {
        return "console.wanted." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its words. */
    String key() {
        return "console.action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
