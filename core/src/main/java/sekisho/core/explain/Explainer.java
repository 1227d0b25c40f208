package sekisho.core.explain;

import java.util.ArrayList;
import java.util.List;
import sekisho.core.Capacity;
import sekisho.core.journal.RequestJournal;
import sekisho.core.state.State;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;

/** Asks the guards of one request again, in the order in which the engine does, and writes down what they look at. */
public final class Explainer {

    private final State state;
    private final RequestJournal journal;
    private final Capacity capacity;
    private final Request request;
    private final List<Reason> reasons = new ArrayList<>();
    private final BehindGuards behind;
    private final MoneyGuards money;
    private final LinkGuards links;

    private Explainer(State state, RequestJournal journal, Capacity capacity, Request request) {
        this.state = state;
        this.journal = journal;
        this.capacity = capacity;
        this.request = request;
        Facts facts = new Facts(state, request.book());
        behind = new BehindGuards(state, this::stops);
        BankGuards banks = new BankGuards(facts, this::stops);
        money = new MoneyGuards(facts, capacity, banks, this::stops);
        links = new LinkGuards(facts, capacity, banks, this::stops);
    }

    /**
     * Explains a request that has not been seen before.
     *
     * @param state as it is just before the request is decided; may be frozen, nothing is changed
     * @param journal of the living state: a frozen one does not count
     */
    public static Explanation explain(State state, RequestJournal journal, Capacity capacity, Request request) {
        Explainer explainer = new Explainer(state, journal, capacity, request);
        explainer.ask();
        return new Explanation(request, state.clock().now(), state.clock().day(), explainer.reasons);
    }

    /** Where a guard's inputs go; whether it refuses, and none is asked after it. */
    interface Asked {
        boolean stops(Reason reason);
    }

    private boolean stops(Reason reason) {
        reasons.add(reason);
        return reason.refuses() != null;
    }

    private void ask() {
        long now = state.clock().now();
        if (request.command() instanceof SettingsCommand.ConfirmTime) {
            stops(new Reason.Untold(request.command().getClass().getSimpleName()));
            return;
        }
        if (stops(new Behind.Clock(state.clock().halted(), now)) || refusesKey(now)) {
            return;
        }
        if (stops(new Behind.Effect(request.effectiveAt(), now)) || behind.stop(request)) {
            return;
        }
        switch (request.command()) {
            case TransferCommand.Send send -> money.send(send);
            case PaymentCommand.Pay pay -> money.pay(pay);
            case PaymentCommand.Authorise authorise -> money.authorise(authorise);
            case TopUpCommand.Start start -> money.topUp(start);
            case TopUpCommand.Received received -> money.received(received);
            case CashOutCommand.Start start -> money.cashOut(start);
            case CashOutCommand.PaidOut paidOut -> money.paidOut(paidOut);
            case LinkCommand.Request ask -> links.request(ask);
            case LinkCommand.Activate activate -> links.activate(activate);
            case LinkCommand.Close close -> links.close(close);
            case CheckpointCommand.Ask ask -> links.ask(ask);
            case CheckpointCommand.Depart depart -> links.depart(depart);
            case CheckpointCommand.Again again -> links.again(again);
            case Command<?> other -> stops(new Reason.Untold(other.getClass().getSimpleName()));
        }
    }

    private boolean refusesKey(long now) {
        return switch (request.key()) {
            case RequestId id ->
                stops(new Behind.IdTime(id.millis(), now - RequestJournal.MAX_AGE, now + RequestJournal.MAX_AHEAD))
                        || (!request.dryRun() && stops(new Behind.Journal(journal.count(), journal.capacity())));
            case StreamEntry entry ->
                state.streams().find(request.client(), entry.stream()) == 0
                        && stops(new Standing.Room("streams", state.streams().count(), capacity.streams()));
        };
    }
}
