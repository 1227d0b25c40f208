package sekisho.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.DoorResult;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.Token;
import sekisho.simulation.Message.Asked;

/** People at the front door, and staff that lock and lift; some of it with accounts that nobody has locked. */
final class DoorActs implements Acts {

    private static final int CLAIMED = 6;

    private final FoundedBook book;
    private final Chance chance;
    private final Map<OperationId, CheckpointCommand.Knock> visits = new HashMap<>();
    private final List<OperationId> waiting = new ArrayList<>();
    private final List<Account> claimed = new ArrayList<>();
    private Account last;

    /** Whose door it is about. */
    private record Account(BankId bank, Token token) {}

    DoorActs(FoundedBook book) {
        this.book = book;
        chance = book.chance;
        last = new Account(World.BANKS.getFirst(), new Token(1, 1));
    }

    @Override
    public Command<?> next(BookId in) {
        Account account = account();
        int reason = chance.below(0x10000);
        return switch (chance.below(12)) {
            case 0 -> knock(account.bank(), chance.onceIn(3) ? Purpose.UNLOCK : Purpose.DOOR);
            case 1 -> prove(account, waiting(), answer());
            case 2, 3, 4 -> new CheckpointCommand.LockAccount(account.bank(), account.token(), reason);
            case 5 -> new CheckpointCommand.LiftLock(account.bank(), account.token(), reason);
            default -> {
                Account before = claimed();
                yield new CheckpointCommand.RejectClaim(before.bank(), before.token(), reason);
            }
        };
    }

    /** An account of a link that was claimed a while ago: locks of those do not stay, or nothing would move any more. */
    private Account claimed() {
        return claimed.isEmpty() ? last : claimed.get(chance.below(claimed.size()));
    }

    /** Somebody claims an account, and what becomes of it, much in one go. */
    List<Asked> story() {
        Account account = account();
        List<Asked> all = new ArrayList<>();
        for (int failed = chance.onceIn(15) ? 6 : 0; failed > 0; failed--) {
            all.addAll(visit(account, Purpose.DOOR, BankAnswer.FAILED));
        }
        all.addAll(visit(account, Purpose.DOOR));
        int reason = chance.below(0x10000);
        switch (chance.below(5)) {
            case 0 -> {
                all.addAll(visit(account, Purpose.UNLOCK));
                all.addAll(visit(account, Purpose.DOOR));
            }
            case 1 -> all.addAll(visit(account, Purpose.UNLOCK));
            case 2 -> all.add(book.signed(new CheckpointCommand.LiftLock(account.bank(), account.token(), reason)));
            case 3 -> all.add(book.signed(new CheckpointCommand.RejectClaim(account.bank(), account.token(), reason)));
            default -> all.addAll(visit(account, chance.of(Purpose.UNLOCK, Purpose.DOOR)));
        }
        return all;
    }

    /** Knocks, and comes back from the bank. */
    private List<Asked> visit(Account account, Purpose purpose) {
        return visit(account, purpose, answer());
    }

    private List<Asked> visit(Account account, Purpose purpose, BankAnswer answer) {
        CheckpointCommand.Knock knock = knock(account.bank(), purpose);
        Asked asked = book.signed(knock);
        OperationId visit = OperationId.of(FoundedBook.CLIENT, asked.id(), 0);
        accepted(visit, knock);
        return List.of(asked, book.signed(prove(account, visit, answer)));
    }

    void accepted(OperationId visit, CheckpointCommand.Knock knock) {
        if (visits.put(visit, knock) == null) {
            waiting.add(visit);
        }
    }

    private OperationId waiting() {
        return waiting.isEmpty() ? book.world.unknownOperation() : waiting.getLast();
    }

    /** The one that was locked before, that of a link, or any. */
    private Account account() {
        if (chance.onceIn(2)) {
            return last;
        }
        FoundedBook.Way way = book.way(book.link(LinkStatus.ACTIVE, LinkStatus.COOLING_OFF));
        if (chance.onceIn(6)) {
            last = new Account(way.bank(), way.account());
            claimed.add(last);
            if (claimed.size() > CLAIMED) {
                claimed.removeFirst();
            }
        } else {
            last = new Account(way.bank(), book.token());
        }
        return last;
    }

    private CheckpointCommand.Knock knock(BankId at, Purpose purpose) {
        BankId bank = chance.onceIn(40) ? FoundedSetup.UNDESCRIBED : chance.onceIn(40) ? book.world.bank() : at;
        int method = chance.onceIn(20) ? 1 + chance.below(4) : 1 + Math.max(0, World.BANKS.indexOf(bank));
        return new CheckpointCommand.Knock(bank, method, purpose, book.token(), book.token());
    }

    private BankAnswer answer() {
        return switch (chance.below(20)) {
            case 0 -> BankAnswer.NMTC;
            case 1 -> BankAnswer.NOAP;
            case 2 -> BankAnswer.FAILED;
            case 3 -> BankAnswer.CMTC;
            default -> BankAnswer.MTCH;
        };
    }

    private Command<?> prove(Account account, OperationId visit, BankAnswer answer) {
        CheckpointCommand.Knock knock = visits.getOrDefault(visit, knock(account.bank(), Purpose.DOOR));
        BankId bank = chance.onceIn(30) ? World.BANKS.get(chance.below(World.BANKS.size())) : knock.bank();
        DoorResult result = new DoorResult(
                chance.onceIn(60) ? World.BOOKS.getFirst() : World.GUARDED,
                bank,
                chance.onceIn(60) ? 2 : 1,
                visit,
                chance.onceIn(40) ? book.token() : knock.session(),
                account.token(),
                chance.onceIn(40) ? book.token() : knock.nonce(),
                chance.onceIn(30) ? chance.of(Purpose.DOOR, Purpose.UNLOCK) : knock.purpose(),
                answer,
                book.now() + (chance.onceIn(40) ? -chance.below(2) : 600_000));
        Signer signer = book.keys.number(chance.onceIn(50) ? 6 : bank.code());
        return new CheckpointCommand.Prove(result, signer.sign(result.canonical()));
    }
}
