package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import sekisho.node.LogSizes;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Answer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** A test currency, a bank, two wallets, and commands between them. */
final class World {
    static final Currency XTS = Currency.of("XTS");
    static final TierId TIER = new TierId(1);
    static final BankId BANK = new BankId(1);
    static final WalletId PAYER = new WalletId(1);
    static final WalletId PAYEE = new WalletId(2);
    static final ClientId CLIENT = new ClientId(7);
    static final long FUNDS = 1_000_000_000;

    private World() {}

    static NodeSettings settings(Path home) {
        return NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND);
    }

    /** Commands that open the world; all are accepted by an empty engine. */
    static List<Command<?>> opening() {
        return List.of(
                new SettingsCommand.DefineCurrency(XTS, 2, true),
                new BankCommand.Register(BANK),
                new SettingsCommand.SetLimit(TIER, XTS, Operation.TOP_UP, Limit.UNLIMITED),
                new SettingsCommand.SetLimit(TIER, XTS, Operation.SEND, Limit.UNLIMITED),
                new SettingsCommand.SetBalanceCap(TIER, XTS, Limit.NONE),
                new WalletCommand.Open(PAYER, TIER, XTS, 1, 0),
                new WalletCommand.Open(PAYEE, TIER, XTS, 1, 0),
                new TopUpCommand.Received(PAYER, BANK, new Money(FUNDS, XTS)));
    }

    static void open(Gateway gateway) {
        for (Command<?> command : opening()) {
            assertThat(answer(gateway.submit(command)).outcome().accepted())
                    .as("%s", command)
                    .isTrue();
        }
    }

    static Command<?> send(long minorUnits) {
        return new TransferCommand.Send(PAYER, PAYEE, new Money(minorUnits, XTS), false, 1);
    }

    static AccountKey account(WalletId wallet) {
        return AccountKey.wallet(BookId.FIRST, wallet, XTS);
    }

    static Answer answer(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Answered.class);
        return ((Submission.Answered) submission).answer();
    }

    /** Asks, again and again if need be, until it is answered. */
    static Submission.Answered insist(Gateway gateway, RequestId id, Command<?> command) {
        for (int i = 0; i < 60; i++) {
            if (gateway.submit(id, command) instanceof Submission.Answered answered) {
                return answered;
            }
        }
        throw new AssertionError("no answer after many tries");
    }
}
