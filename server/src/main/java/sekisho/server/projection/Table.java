package sekisho.server.projection;

import java.util.Locale;

/** The tables that the projector fills by COPY, with their columns in the order of their definition. */
enum Table {
    ACCOUNTS("owner, first_position, id, book, kind, currency"),
    ENTRIES("position, sequence, amount, balance, held, expected, booked_at, effective_at, account_id, counterpart_id,"
            + " operation, request_index, kind, side, outcome"),
    ANSWERS("client, position, first, second, answered_at, request_id, request_index, kind, currency"),
    STREAM_ANSWERS("client, stream, sequence, position, first, second, answered_at, request_index, kind, currency"),
    HOLDER_CHANGES("holder, position, changed_at, book, kind, tier, frozen, request_index, event_index, closed"),
    LINK_CHANGES("link, wallet, position, changed_at, book, bank, status, request_index, event_index"),
    LINK_MOVES("link, wallet, position, moved_at, until_at, book, bank, status, reason, request_index, event_index"),
    AUTHENTICATOR_CHANGES(
            "credential, wallet, position, changed_at, rests_until_at, book, request_index, event_index, added"),
    BANK_CHANGES("position, changed_at, book, reason, bank, operation, request_index, event_index, open"),
    INSTRUCTION_CHANGES("instruction, link, wallet, amount, position, changed_at, until_at, book, bank, operation,"
            + " status, request_index, event_index, currency"),
    OPEN_INSTRUCTIONS("instruction, position, bank, operation"),
    PAYMENT_CHANGES(
            "payment, wallet, merchant, amount, fee, refundable, position, changed_at, expires_at, book, status,"
                    + " outcome, request_index, event_index, currency"),
    HOLD_CHANGES("hold, position, changed_at, expires_at, book, status, request_index, event_index"),
    REVERSALS("reversed, operation, position, booked_at, book, request_index, event_index"),
    ENQUIRIES("instruction, position, due_at, attempt, bank, request_index, event_index"),
    BANK_CONTRADICTIONS("instruction, position, told_at, bank, said, before, request_index, event_index"),
    SAFEGUARDING_SHORTFALLS("position, told_at, outstanding, held, book, request_index, event_index, currency"),
    CLOCK_HALTS("position, trusted_at, stamped_at");

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    String sqlName() {
        return "projection." + name().toLowerCase(Locale.ROOT);
    }

    String columns() {
        return columns;
    }

    int columnCount() {
        return columns.split(",").length;
    }

    /** The command that reads rows as {@link CopyRows} writes them. */
    String copy() {
        return "copy " + sqlName() + " (" + columns + ") from stdin (format binary)";
    }
}
