package sekisho.server.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sekisho.gateway.Gateway;
import sekisho.gateway.StreamSender;
import sekisho.protocol.Command;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.InstructionState;
import sekisho.server.history.Instructions;
import sekisho.server.people.Person;

/**
 * What the people of the demo world have done once their accounts are linked: top-ups, payments, transfers. All of it goes to the
 * engine as one ordered stream, so that it happens once, whatever happens to whoever sends it. The order of the entries is for life.
 */
final class DemoLife {
    /** The stream's number for ever: the letters DEMOLIF2. */
    private static final long STREAM = 0x44454D4F_4C494632L;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BANK_PATIENCE = Duration.ofSeconds(60);
    private static final List<Long> TOP_UPS = List.of(30_000L, 20_000L, 15_000L, 10_000L);

    private final Gateway gateway;
    private final DemoLinks links;
    private final Instructions instructions;

    DemoLife(Gateway gateway, DemoLinks links, Instructions instructions) {
        this.gateway = gateway;
        this.links = links;
        this.instructions = instructions;
    }

    /** Lives it, as far as it has not been lived. */
    void live(DemoWorld wanted, List<Person> people, Map<DemoShop, MerchantId> shops) throws InterruptedException {
        var first = new ArrayList<OperationId>();
        for (int i = 0; i < people.size(); i++) {
            for (DemoLink link : wanted.people().get(i).links()) {
                OperationId linked = links.linked(people.get(i), wanted.bank(link.bank()), link);
                if (first.size() == i) {
                    first.add(linked);
                }
            }
        }
        var stream = new StreamSender(gateway, STREAM, PATIENCE, (_, _, _) -> {});
        var topUps = new ArrayList<OperationId>();
        for (int i = 0; i < people.size(); i++) {
            topUps.add(send(
                    stream, new TopUpCommand.Start(wallet(people.get(i)), first.get(i), Money.yen(TOP_UPS.get(i)))));
        }
        stream.awaitAll();
        for (OperationId topUp : topUps) {
            awaitEnd(topUp);
        }
        MerchantId bakery = Objects.requireNonNull(shops.get(DemoShop.BAKERY));
        MerchantId books = Objects.requireNonNull(shops.get(DemoShop.BOOKS));
        spend(stream, people.stream().map(DemoLife::wallet).toList(), bakery, books);
        stream.awaitAll();
    }

    private static void spend(StreamSender stream, List<WalletId> wallets, MerchantId bakery, MerchantId books) {
        pay(stream, wallets.get(0), bakery, 780);
        OperationId book = pay(stream, wallets.get(0), books, 2_640);
        pay(stream, wallets.get(1), bakery, 1_250);
        pay(stream, wallets.get(2), books, 1_100);
        give(stream, wallets.get(0), wallets.get(1), 3_200);
        give(stream, wallets.get(1), wallets.get(2), 1_500);
        give(stream, wallets.get(2), wallets.get(0), 2_000);
        give(stream, wallets.get(3), wallets.get(0), 1_200);
        send(stream, new PaymentCommand.Refund(book, 1_320, 0));
    }

    private static OperationId pay(StreamSender stream, WalletId wallet, MerchantId shop, long yen) {
        return send(stream, new PaymentCommand.Pay(wallet, shop, Money.yen(yen), yen * 2 / 100));
    }

    private static void give(StreamSender stream, WalletId from, WalletId to, long yen) {
        send(stream, new TransferCommand.Send(from, to, Money.yen(yen), false, 0));
    }

    /** What the entry starts. */
    private static OperationId send(StreamSender stream, Command<?> command) {
        var entry = stream.next();
        stream.send(command, 0);
        return OperationId.of(ServerClients.SERVER, entry, 0);
    }

    /** The simulated bank answers as it answers everybody. */
    private void awaitEnd(OperationId instruction) throws InterruptedException {
        long deadline = System.nanoTime() + BANK_PATIENCE.toNanos();
        while (instructions
                .find(instruction)
                .map(InstructionState::status)
                .filter(status -> !status.open())
                .isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "a simulated bank gave no answer within " + BANK_PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static WalletId wallet(Person person) {
        return Objects.requireNonNull(person.wallet());
    }
}
