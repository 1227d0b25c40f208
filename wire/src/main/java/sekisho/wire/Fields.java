package sekisho.wire;

import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord.Booked;
import sekisho.wire.sbe.AccountKeyDecoder;
import sekisho.wire.sbe.AccountKeyEncoder;
import sekisho.wire.sbe.BookedDecoder;
import sekisho.wire.sbe.BookedEncoder;
import sekisho.wire.sbe.BoundsDecoder;
import sekisho.wire.sbe.BoundsEncoder;
import sekisho.wire.sbe.CompactOutcomeDecoder;
import sekisho.wire.sbe.CompactOutcomeEncoder;
import sekisho.wire.sbe.LineDecoder;
import sekisho.wire.sbe.LineEncoder;
import sekisho.wire.sbe.MoneyDecoder;
import sekisho.wire.sbe.MoneyEncoder;
import sekisho.wire.sbe.OperationIdDecoder;
import sekisho.wire.sbe.OperationIdEncoder;
import sekisho.wire.sbe.RequestIdDecoder;
import sekisho.wire.sbe.RequestIdEncoder;

/** What many messages carry, in both directions. Readers throw {@link IllegalArgumentException} at illegal values. */
final class Fields {
    private Fields() {}

    /** A number that its type bounds to 0 to 255. */
    static short uint8(int number) {
        return (short) number;
    }

    static short flag(boolean value) {
        return (short) (value ? 1 : 0);
    }

    static boolean flag(short value) {
        if ((value & ~1) != 0) {
            throw new IllegalArgumentException("a flag is 0 or 1");
        }
        return value == 1;
    }

    static void put(RequestIdEncoder to, RequestId id) {
        to.high(id.high()).low(id.low());
    }

    static RequestId requestId(RequestIdDecoder from) {
        return new RequestId(from.high(), from.low());
    }

    static void put(OperationIdEncoder to, OperationId id) {
        to.high(id.high()).low(id.low());
    }

    static OperationId operation(OperationIdDecoder from) {
        return new OperationId(from.high(), from.low());
    }

    static void put(MoneyEncoder to, Money money) {
        to.minorUnits(money.minorUnits()).currency(money.currency().packed());
    }

    static Money money(MoneyDecoder from) {
        return new Money(from.minorUnits(), Currency.ofPacked(from.currency()));
    }

    static void put(AccountKeyEncoder to, AccountKey key) {
        to.book(key.book().value())
                .kind(uint8(key.kind().code()))
                .owner(key.owner())
                .currency(key.currency().packed());
    }

    static AccountKey account(AccountKeyDecoder from) {
        return new AccountKey(
                new BookId(from.book()),
                AccountKind.ofCode(from.kind()),
                from.owner(),
                Currency.ofPacked(from.currency()));
    }

    /** How many lines, if a posting may have as many. */
    static int lineCount(List<Line> lines) {
        if (lines.size() > LedgerCommand.MAX_LINES) {
            throw new IllegalArgumentException("too many lines");
        }
        return lines.size();
    }

    static void put(LineEncoder to, Line line) {
        put(to.account(), line.account());
        to.side(uint8(line.side().code())).amount(line.amount());
    }

    static Line line(LineDecoder from) {
        return new Line(account(from.account()), Side.of(from.side()), from.amount());
    }

    static void put(BoundsEncoder to, Limit limit) {
        to.perOperation(limit.perOperation())
                .in24Hours(limit.in24Hours())
                .in30Days(limit.in30Days())
                .inDay(limit.inDay())
                .inMonth(limit.inMonth());
    }

    static Limit limit(BoundsDecoder from) {
        return new Limit(from.perOperation(), from.in24Hours(), from.in30Days(), from.inDay(), from.inMonth());
    }

    static void put(BookedEncoder to, Booked booked) {
        to.counted(flag(booked.counted())).slot(booked.slot()).day(booked.day());
    }

    static Booked booked(BookedDecoder from) {
        return new Booked(flag(from.counted()), from.slot(), from.day());
    }

    static void put(CompactOutcomeEncoder to, Answer answer) {
        Outcome outcome = answer.outcome();
        to.kind(uint8(outcome.kind().code()))
                .repeated(flag(answer.repeated()))
                .currency(outcome.currency().packed())
                .first(outcome.first())
                .second(outcome.second());
    }

    static Answer answer(CompactOutcomeDecoder from) {
        Currency currency = Currency.ofPacked(from.currency());
        Outcome outcome = OutcomeKind.ofCode(from.kind()).outcome(currency, from.first(), from.second());
        if (outcome.first() != from.first()
                || outcome.second() != from.second()
                || outcome.currency().packed() != from.currency()) {
            throw new IllegalArgumentException("no outcome has this compact form");
        }
        return new Answer(outcome, flag(from.repeated()));
    }
}
