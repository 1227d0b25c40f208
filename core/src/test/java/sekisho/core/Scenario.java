package sekisho.core;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Answer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** A small world for examples: two wallets, a shop, a bank, play money (PLY) and yen; ¥ amounts are minor units of PLY. */
final class Scenario implements Sink {

    static final Currency PLAY = Currency.of("PLY");
    static final BookId BOOK = BookId.FIRST;
    static final ClientId CLIENT = new ClientId(7);
    static final TierId TIER = new TierId(1);
    static final WalletId AIKO = new WalletId(1);
    static final WalletId BEN = new WalletId(2);
    static final MerchantId SHOP = new MerchantId(3);
    static final BankId BANK = new BankId(9_001);
    static final long START = 1_790_000_000_000L;

    final Core core;
    final List<Event> events = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    long now = START;
    private int ids;

    Scenario() {
        this(Capacity.STANDARD);
    }

    Scenario(Capacity capacity) {
        core = new Core(capacity);
        say(new SettingsCommand.DefineCurrency(PLAY, 0, true));
        say(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        say(new SettingsCommand.SwitchBehaviour(Core.NEWEST_BEHAVIOUR));
        for (Operation operation : Operation.values()) {
            limit(operation, Limit.UNLIMITED);
        }
        say(new SettingsCommand.SetBalanceCap(TIER, PLAY, 100_000));
        say(new BankCommand.Register(BANK));
        say(new WalletCommand.Open(AIKO, TIER, PLAY, 0, 0));
        say(new WalletCommand.Open(BEN, TIER, PLAY, 0, 0));
        say(new MerchantCommand.Open(SHOP, PLAY, 0, 0));
        events.clear();
    }

    void limit(Operation operation, Limit limit) {
        say(new SettingsCommand.SetLimit(TIER, PLAY, operation, limit));
    }

    /** Gives a wallet money. */
    void fund(WalletId wallet, long amount) {
        say(new TopUpCommand.Received(wallet, BANK, play(amount)));
    }

    /** An active link of Aiko's. */
    OperationId link() {
        Request request = request(new LinkCommand.Request(AIKO, BANK));
        send(request);
        say(new LinkCommand.Activate(AIKO, request.operation(), 1));
        return request.operation();
    }

    static Money play(long amount) {
        return new Money(amount, PLAY);
    }

    Outcome say(Command<?> command) {
        return send(request(command));
    }

    Outcome send(Request request) {
        return frame(List.of(request)).getFirst();
    }

    /** The outcomes of a frame; its events are in {@link #events}. */
    List<Outcome> frame(List<Request> requests) {
        answers.clear();
        core.frame(requests, now, this);
        return answers.stream().map(Answer::outcome).toList();
    }

    /** Time passes, in strides that the clock believes. */
    void pass(long millis) {
        long end = now + millis;
        while (now < end) {
            now = Math.min(end, now + 60_000);
            core.tick(now, this);
        }
    }

    Request request(Command<?> command) {
        return Request.of(BOOK, CLIENT, id(), command.hashCode(), command);
    }

    Request linked(Command<?> command) {
        return new Request(BOOK, CLIENT, id(), command.hashCode(), true, false, 0, command);
    }

    RequestId id() {
        return RequestId.of(now, 0, ++ids);
    }

    long balance(AccountKey key) {
        StateRecord.AccountRow row = core.account(key);
        long credit = row == null ? 0 : row.creditsPosted() - row.debitsPosted();
        return key.kind().normal() == sekisho.protocol.AccountKind.Normal.CREDIT ? credit : -credit;
    }

    long balance(WalletId wallet) {
        return balance(AccountKey.wallet(BOOK, wallet, PLAY));
    }

    long pending(WalletId wallet, Side side) {
        StateRecord.AccountRow row = core.account(AccountKey.wallet(BOOK, wallet, PLAY));
        if (row == null) {
            return 0;
        }
        return side == Side.DEBIT ? row.debitsPending() : row.creditsPending();
    }

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void answered(Request request, Answer answer) {
        answers.add(answer);
    }

    @Override
    public void timePassed() {
        // the events are kept already
    }
}
