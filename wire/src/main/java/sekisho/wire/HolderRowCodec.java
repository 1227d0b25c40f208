package sekisho.wire;

import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.AccountRowDecoder;
import sekisho.wire.sbe.AccountRowEncoder;
import sekisho.wire.sbe.HolderRowDecoder;
import sekisho.wire.sbe.HolderRowEncoder;
import sekisho.wire.sbe.UsageRowDecoder;
import sekisho.wire.sbe.UsageRowEncoder;
import sekisho.wire.sbe.UsageSlotRowDecoder;
import sekisho.wire.sbe.UsageSlotRowEncoder;

/** Rows of holders, their accounts and what they used of their limits, and their bytes: templates 3100 to 3199. */
final class HolderRowCodec {
    private final HolderRowEncoder holderRowEncoder = new HolderRowEncoder();
    private final HolderRowDecoder holderRowDecoder = new HolderRowDecoder();
    private final AccountRowEncoder accountRowEncoder = new AccountRowEncoder();
    private final AccountRowDecoder accountRowDecoder = new AccountRowDecoder();
    private final UsageRowEncoder usageRowEncoder = new UsageRowEncoder();
    private final UsageRowDecoder usageRowDecoder = new UsageRowDecoder();
    private final UsageSlotRowEncoder usageSlotRowEncoder = new UsageSlotRowEncoder();
    private final UsageSlotRowDecoder usageSlotRowDecoder = new UsageSlotRowDecoder();

    int encode(StateRecord.HolderRow row, Destination to) {
        var e = to.begin(holderRowEncoder);
        e.book(row.book().value())
                .kind(Fields.uint8(row.kind().code()))
                .owner(row.owner())
                .tier(row.tier())
                .frozen(Fields.uint8(row.frozen().code()))
                .closed(Fields.flag(row.closed()));
        return to.end(e);
    }

    int encode(StateRecord.AccountRow row, Destination to) {
        var e = to.begin(accountRowEncoder);
        e.place(row.place())
                .code(row.code())
                .userData(row.userData())
                .floor(row.floor())
                .debitsPosted(row.debitsPosted())
                .creditsPosted(row.creditsPosted())
                .debitsPending(row.debitsPending())
                .creditsPending(row.creditsPending())
                .sequence(row.sequence());
        Fields.put(e.key(), row.key());
        return to.end(e);
    }

    int encode(StateRecord.UsageRow row, Destination to) {
        var e = to.begin(usageRowEncoder);
        e.book(row.book().value())
                .wallet(row.wallet().value())
                .currency(row.currency().packed())
                .operation(Fields.uint8(row.operation().code()))
                .day(row.day())
                .inDay(row.inDay())
                .inMonth(row.inMonth());
        return to.end(e);
    }

    int encode(StateRecord.UsageSlotRow row, Destination to) {
        var e = to.begin(usageSlotRowEncoder);
        e.book(row.book().value())
                .wallet(row.wallet().value())
                .currency(row.currency().packed())
                .operation(Fields.uint8(row.operation().code()))
                .slot(row.slot())
                .amount(row.amount());
        return to.end(e);
    }

    StateRecord decode(Message from) {
        return switch (from.template()) {
            case HolderRowDecoder.TEMPLATE_ID -> {
                var d = from.body(holderRowDecoder);
                yield new StateRecord.HolderRow(
                        new BookId(d.book()),
                        AccountKind.ofCode(d.kind()),
                        d.owner(),
                        d.tier(),
                        FreezeScope.ofCode(d.frozen()),
                        Fields.flag(d.closed()));
            }
            case AccountRowDecoder.TEMPLATE_ID -> {
                var d = from.body(accountRowDecoder);
                yield new StateRecord.AccountRow(
                        Fields.account(d.key()),
                        d.place(),
                        d.code(),
                        d.userData(),
                        d.floor(),
                        d.debitsPosted(),
                        d.creditsPosted(),
                        d.debitsPending(),
                        d.creditsPending(),
                        d.sequence());
            }
            case UsageRowDecoder.TEMPLATE_ID -> {
                var d = from.body(usageRowDecoder);
                yield new StateRecord.UsageRow(
                        new BookId(d.book()),
                        new WalletId(d.wallet()),
                        Currency.ofPacked(d.currency()),
                        Operation.of(d.operation()),
                        d.day(),
                        d.inDay(),
                        d.inMonth());
            }
            case UsageSlotRowDecoder.TEMPLATE_ID -> {
                var d = from.body(usageSlotRowDecoder);
                yield new StateRecord.UsageSlotRow(
                        new BookId(d.book()),
                        new WalletId(d.wallet()),
                        Currency.ofPacked(d.currency()),
                        Operation.of(d.operation()),
                        d.slot(),
                        d.amount());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
