package sekisho.simulation.threat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;

/** Whatever the thief may do in a state, each as much as the engine lets him. */
final class Thief {

    /** More than any account holds. */
    private static final long ALL = 1_000_000_000;

    private static final List<WalletId> HIS = List.of(ThreatWorld.FIRST, ThreatWorld.SECOND);
    private static final List<WalletId> WALLETS =
            List.of(ThreatWorld.FIRST, ThreatWorld.SECOND, ThreatWorld.ACCOMPLICE);

    private final State from;
    private final Target target;
    private final ThreatWorld probe;

    private Thief(State from, Target target) {
        this.from = from;
        this.target = target;
        probe = ThreatWorld.of(from.rows(), target, from.now());
    }

    /** The states that he comes to by one act, without letting time pass. */
    static List<State> acts(State from, Target target) {
        Thief it = new Thief(from, target);
        List<State> next = new ArrayList<>();
        for (WalletId wallet : HIS) {
            it.add(next, it.link(wallet));
            it.add(next, it.topUp(wallet));
        }
        for (WalletId wallet : WALLETS) {
            for (WalletId to : WALLETS) {
                it.add(next, wallet.equals(to) ? null : it.send(wallet, to));
            }
            it.add(next, it.pay(wallet, ThreatWorld.BAKER));
            it.add(next, it.pay(wallet, ThreatWorld.RESALE));
            it.add(next, it.cashOut(wallet));
        }
        return next;
    }

    private void add(List<State> to, @Nullable State next) {
        if (next != null) {
            to.add(next);
        }
    }

    /** Lets time pass until something changes. */
    static State waits(State from, Target target, long end) {
        ThreatWorld world = ThreatWorld.of(from.rows(), target, from.now());
        world.pass(from.nextTimer(end));
        return new State(
                world.rows(), world.now(), from.debits(), from.gone(), from.sent(), from.resold(), from.cashedOut());
    }

    /** The most that the engine takes, by its own answers; 0: nothing. */
    private long most(Function<Money, Request> request) {
        long amount = ALL;
        while (amount > 0) {
            Outcome outcome = probe.tried(request.apply(yen(amount)));
            if (outcome.accepted()) {
                return amount;
            }
            amount = outcome instanceof Refused refused && refused.bound() < amount ? refused.bound() : 0;
        }
        return 0;
    }

    private static Money yen(long amount) {
        return new Money(amount, Currency.JPY);
    }

    private @Nullable State link(WalletId wallet) {
        if (!from.link(wallet).equals(OperationId.NONE)) {
            return null;
        }
        ThreatWorld world = ThreatWorld.of(from.rows(), target, from.now());
        return world.link(wallet, ThreatWorld.BANK, ThreatWorld.VICTIMS) ? after(world, 0, Way.LINK) : null;
    }

    private @Nullable State topUp(WalletId wallet) {
        OperationId link = from.link(wallet);
        long amount = most(money -> probe.request(new TopUpCommand.Start(wallet, link, money)));
        return amount == 0
                ? null
                : done(amount, Way.TOP_UP, world -> world.request(new TopUpCommand.Start(wallet, link, yen(amount))));
    }

    private @Nullable State send(WalletId wallet, WalletId to) {
        long amount = most(money -> probe.request(new TransferCommand.Send(wallet, to, money, false, 0)));
        Way way = to.equals(ThreatWorld.ACCOMPLICE) ? Way.SEND : Way.MOVE;
        return amount == 0
                ? null
                : done(
                        amount,
                        way,
                        world -> world.request(new TransferCommand.Send(wallet, to, yen(amount), false, 0)));
    }

    private @Nullable State pay(WalletId wallet, MerchantId shop) {
        long amount = most(money -> probe.request(new PaymentCommand.Pay(wallet, shop, money, 0)));
        Way way = shop.equals(ThreatWorld.RESALE) ? Way.RESALE : Way.BREAD;
        return amount == 0
                ? null
                : done(amount, way, world -> world.request(new PaymentCommand.Pay(wallet, shop, yen(amount), 0)));
    }

    private @Nullable State cashOut(WalletId wallet) {
        OperationId link = from.own(wallet);
        if (probe.balance(wallet) == 0) {
            return null;
        }
        long amount = most(money -> probe.owned(new CashOutCommand.Start(wallet, link, money), wallet));
        return amount == 0
                ? null
                : done(
                        amount,
                        Way.CASH_OUT,
                        world -> world.owned(new CashOutCommand.Start(wallet, link, yen(amount)), wallet));
    }

    private enum Way {
        LINK,
        TOP_UP,
        MOVE,
        SEND,
        BREAD,
        RESALE,
        CASH_OUT
    }

    private State done(long amount, Way way, Function<ThreatWorld, Request> request) {
        ThreatWorld world = ThreatWorld.of(from.rows(), target, from.now());
        Request act = request.apply(world);
        if (!world.send(act).accepted()) {
            throw new IllegalStateException("what was tried is done: " + act.command());
        }
        if (way == Way.TOP_UP || way == Way.CASH_OUT) {
            world.say(new InstructionCommand.Claim(act.operation(), 60_000));
            world.say(new InstructionCommand.Settled(act.operation(), 0));
        }
        return after(world, amount, way);
    }

    private State after(ThreatWorld world, long amount, Way way) {
        List<State.Debit> debits = new ArrayList<>(from.debits());
        if (way == Way.TOP_UP) {
            debits.add(new State.Debit(from.now(), amount));
        }
        boolean leaves = way == Way.BREAD || way == Way.RESALE || way == Way.CASH_OUT;
        return new State(
                world.rows(),
                from.now(),
                List.copyOf(debits),
                from.gone() + (leaves ? amount : 0),
                from.sent() + (way == Way.SEND ? amount : 0),
                from.resold() + (way == Way.RESALE ? amount : 0),
                from.cashedOut() + (way == Way.CASH_OUT ? amount : 0));
    }

    /** What a state is compared by. */
    static String look(State state, Target target) {
        return state.look(ThreatWorld.of(state.rows(), target, state.now()));
    }
}
