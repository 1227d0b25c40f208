package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.simulation.Message.Asked;

/** Links on their way through the checkpoint, and banks that say what they say, some of it about something else. */
final class LinkActs implements Acts {

    private final FoundedBook book;
    private final Chance chance;

    LinkActs(FoundedBook book) {
        this.book = book;
        chance = book.chance;
    }

    @Override
    public Command<?> next(BookId in) {
        return switch (chance.below(20)) {
            case 0, 1, 2, 3, 4 -> ask();
            case 5, 6, 7, 8 -> {
                OperationId link = book.link(LinkStatus.REQUESTED, LinkStatus.REQUESTED, LinkStatus.AT_BANK);
                yield new CheckpointCommand.Depart(book.way(link).wallet(), link);
            }
            case 9, 10, 11, 12, 13 -> identified(book.link(LinkStatus.AT_BANK, LinkStatus.AT_BANK, anyStatus()));
            case 14, 15, 16 ->
                heard(book.link(
                        LinkStatus.WAITING_FOR_HOLDER,
                        LinkStatus.WAITING_FOR_HOLDER,
                        LinkStatus.COOLING_OFF,
                        LinkStatus.ACTIVE,
                        anyStatus()));
            case 17 -> {
                OperationId link = book.link(LinkStatus.SUSPENDED, LinkStatus.SUSPENDED, anyStatus());
                yield new CheckpointCommand.Again(book.way(link).wallet(), link, book.token(), book.token());
            }
            case 18 -> {
                OperationId link = book.link(LinkStatus.ACTIVE, anyStatus());
                yield new CheckpointCommand.Suspend(book.way(link).wallet(), link, chance.below(0x10000));
            }
            default -> closeOrOld();
        };
    }

    /** A whole way: asked, departed, answered, and the holder heard, one after the other. */
    List<Asked> way() {
        return way(ask());
    }

    /** Somebody tries again and again, with what the bank does not know. */
    List<Asked> tries() {
        WalletId wallet = chance.of(new WalletId(5), new WalletId(10));
        List<Asked> all = new ArrayList<>();
        for (int tries = 0; tries < 6; tries++) {
            all.addAll(way(new CheckpointCommand.Ask(wallet, World.BANKS.getFirst(), 1, book.token(), book.token())));
        }
        return all;
    }

    private List<Asked> way(CheckpointCommand.Ask ask) {
        Asked asked = book.signed(ask);
        OperationId link = OperationId.of(FoundedBook.CLIENT, asked.id(), 0);
        FoundedBook.Way way = new FoundedBook.Way(
                ask.wallet(),
                ask.bank(),
                ask.session(),
                ask.nonce(),
                account(ask.wallet(), ask.bank()),
                LinkStatus.REQUESTED);
        book.ways.put(link, way);
        List<Asked> all = new ArrayList<>();
        all.add(asked);
        all.add(book.signed(new CheckpointCommand.Depart(ask.wallet(), link)));
        all.add(book.signed(identified(link)));
        if (chance.onceIn(30)) {
            all.add(book.signed(identified(link)));
        }
        for (int words = chance.below(3); words > 0; words--) {
            all.add(book.signed(heard(link)));
        }
        return all;
    }

    private LinkStatus anyStatus() {
        return chance.of(LinkStatus.values());
    }

    private Command<?> closeOrOld() {
        OperationId link = book.link(anyStatus());
        return switch (chance.below(4)) {
            case 0 -> new LinkCommand.Request(book.wallet(), book.world.bank());
            case 1 -> new LinkCommand.Activate(book.wallet(), link, 1);
            default -> new LinkCommand.Close(book.way(link).wallet(), link, 0);
        };
    }

    private CheckpointCommand.Ask ask() {
        BankId bank = chance.onceIn(40)
                ? FoundedSetup.UNDESCRIBED
                : chance.onceIn(3) ? World.BANKS.getLast() : book.world.bank();
        int method = chance.onceIn(20) ? 1 + chance.below(4) : 1 + Math.max(0, World.BANKS.indexOf(bank));
        return new CheckpointCommand.Ask(book.keys.owner(book.wallet()), bank, method, book.token(), book.token());
    }

    /** A wallet's account at a bank; some wallets try somebody else's. */
    Token account(WalletId wallet, BankId bank) {
        return new Token(bank.code(), 1 + (chance.onceIn(8) ? chance.below(6) : wallet.value() % 20));
    }

    private Command<?> identified(OperationId link) {
        FoundedBook.Way way = book.way(link);
        Purpose purpose = chance.onceIn(25)
                ? chance.of(Purpose.DOOR, Purpose.UNLOCK, Purpose.LINK, Purpose.REVERIFY)
                : book.again(link) ? Purpose.REVERIFY : Purpose.LINK;
        BankAnswer answer = switch (way.wallet().value() % 5 == 0 ? chance.below(3) : chance.below(14)) {
            case 0 -> BankAnswer.NMTC;
            case 1 -> BankAnswer.NOAP;
            case 2 -> BankAnswer.FAILED;
            case 3 -> BankAnswer.CMTC;
            default -> BankAnswer.MTCH;
        };
        return report(way, link, purpose, answer);
    }

    private Command<?> heard(OperationId link) {
        FoundedBook.Way way = book.way(link);
        // Some holders read what their bank tells them, and never say a word.
        boolean silent =
                way.bank().equals(World.BANKS.getLast()) && way.wallet().value() % 2 == 0;
        return silent || chance.onceIn(2)
                ? report(
                        way,
                        link,
                        Purpose.NOTICE,
                        chance.of(
                                BankAnswer.DELIVERED,
                                BankAnswer.DELIVERED,
                                BankAnswer.UNDELIVERED,
                                BankAnswer.YOUNG_CONTACT))
                : report(way, link, Purpose.CONSENT, chance.onceIn(5) ? BankAnswer.OBJECTED : BankAnswer.CONFIRMED);
    }

    private Command<?> report(FoundedBook.Way way, OperationId link, Purpose purpose, BankAnswer answer) {
        BankId bank = chance.onceIn(50) ? World.BANKS.get(chance.below(World.BANKS.size())) : way.bank();
        WalletId wallet = chance.onceIn(50) ? book.wallet() : way.wallet();
        BankResult result = new BankResult(
                chance.onceIn(60) ? World.BOOKS.getFirst() : World.GUARDED,
                bank,
                chance.onceIn(60) ? 2 : 1,
                wallet,
                chance.onceIn(50) ? new Token(9, 1 + chance.below(9)) : book.person(way.wallet()),
                link,
                chance.onceIn(50) ? book.token() : way.session(),
                chance.onceIn(30) ? account(wallet, bank) : way.account(),
                chance.onceIn(50) ? book.token() : way.nonce(),
                purpose,
                answer,
                book.now() + (chance.onceIn(40) ? -chance.below(2) : 600_000));
        Signer signer = book.keys.number(chance.onceIn(50) ? 6 : bank.code());
        return new CheckpointCommand.Report(result, signer.sign(result.canonical()));
    }
}
