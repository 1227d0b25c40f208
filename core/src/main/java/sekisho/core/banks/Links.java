package sekisho.core.banks;

import sekisho.core.ledger.Holders;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;

/** Links, in a list for each wallet in the order in which they were requested. */
public final class Links {

    /** Most links a wallet may have, closed ones that are still remembered too. */
    public static final int MOST = 16;

    private static final int HIGH = 0;
    private static final int LOW = 1;
    /** High: wallet. Low: its next link. */
    private static final int HOLDER_NEXT = 2;
    /** High: status. Low: bank's row. */
    private static final int STATUS_BANK = 3;

    private static final int EVIDENCE = 4;
    private static final int WIDTH = 5;

    private final Rows rows;
    private final Holders holders;

    public Links(Memory memory, Holders holders) {
        rows = new Rows(memory, WIDTH);
        this.holders = holders;
    }

    /** The wallet's link, or 0. */
    public int find(int holder, OperationId link) {
        int row = holders.firstLink(holder);
        while (row != 0 && !(rows.get(row, LOW) == link.low() && rows.get(row, HIGH) == link.high())) {
            row = next(row);
        }
        return row;
    }

    /** Adds a link after the wallet's others. */
    public int add(int holder, OperationId link, int bank) {
        int row = rows.add();
        rows.set(row, HIGH, link.high());
        rows.set(row, LOW, link.low());
        rows.set(row, HOLDER_NEXT, (long) holder << 32);
        rows.set(row, STATUS_BANK, bank);
        setNext(holder, lastOf(holder), row);
        holders.setLinks(holder, holders.links(holder) + 1);
        return row;
    }

    public void remove(int row) {
        int holder = holder(row);
        int before = 0;
        for (int at = holders.firstLink(holder); at != row; at = next(at)) {
            before = at;
        }
        setNext(holder, before, next(row));
        holders.setLinks(holder, holders.links(holder) - 1);
        rows.remove(row);
    }

    public OperationId id(int row) {
        return new OperationId(rows.get(row, HIGH), rows.get(row, LOW));
    }

    public int holder(int row) {
        return rows.high(row, HOLDER_NEXT);
    }

    /** The wallet's next link, or 0. */
    public int next(int row) {
        return rows.low(row, HOLDER_NEXT);
    }

    /** The bank's row. */
    public int bank(int row) {
        return rows.low(row, STATUS_BANK);
    }

    public LinkStatus status(int row) {
        return LinkStatus.of(rows.high(row, STATUS_BANK));
    }

    public void setStatus(int row, LinkStatus status) {
        rows.setHigh(row, STATUS_BANK, status.code());
    }

    public long evidence(int row) {
        return rows.get(row, EVIDENCE);
    }

    public void setEvidence(int row, long evidence) {
        rows.set(row, EVIDENCE, evidence);
    }

    public long count() {
        return rows.live();
    }

    private int lastOf(int holder) {
        int last = 0;
        for (int at = holders.firstLink(holder); at != 0; at = next(at)) {
            last = at;
        }
        return last;
    }

    private void setNext(int holder, int before, int row) {
        if (before == 0) {
            holders.setFirstLink(holder, row);
        } else {
            rows.setLow(before, HOLDER_NEXT, row);
        }
    }
}
