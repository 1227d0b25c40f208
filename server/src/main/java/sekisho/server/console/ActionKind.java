package sekisho.server.console;

import java.util.Locale;
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
    FREEZE,
    UNFREEZE;

    static ActionKind close(BankOperation operation) {
        return valueOf("CLOSE_" + operation.name());
    }

    static ActionKind askReopen(BankOperation operation) {
        return valueOf("ASK_REOPEN_" + operation.name());
    }

    static ActionKind reopen(BankOperation operation) {
        return valueOf("REOPEN_" + operation.name());
    }

    /** The key of its words. */
    String key() {
        return "console.action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
