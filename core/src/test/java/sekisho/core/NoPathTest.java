package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.THIEF;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;

/**
 * A thief has wallets with contact proofs and passkeys of his own, and sends anything straight to the engine: every command
 * there is, alone, with his own signatures, with those of others that he saw. Searched breadth first over what his wallets look
 * like, to the end: at most {@value #MOST_STATES} such looks, five kinds of signatures, three strides of time. No wallet of
 * his ever links, holds money, or is anybody.
 */
final class NoPathTest {

    private static final int MOST_STATES = 400;
    private static final long[] STRIDES = {1, 25 * Checkpoint.HOUR, 40 * Checkpoint.DAY};

    private final ThiefsTools tools = new ThiefsTools();
    private int tries;

    /** A state of the engine, and how it was come to. */
    private record Node(List<StateRecord> rows, long now, String way) {}

    @Test
    void everyCommandIsTried() {
        Set<String> tried = new TreeSet<>();
        tools.commands(List.of())
                .forEach(command -> tried.add(command.getClass().getName()));
        Set<String> all = new TreeSet<>();
        leaves(Command.class).forEach(type -> all.add(type.getName()));
        assertThat(tried).isEqualTo(all);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(NoPathTest::leaves);
    }

    @Test
    void noPathLeadsToALinkToMoneyOrToAnIdentity() {
        Node first = new Node(rows(tools.world.core), tools.world.now, "");
        Set<String> seen = new HashSet<>(Set.of(look(first.rows())));
        ArrayDeque<Node> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Node node = open.remove();
            for (Node next : next(node)) {
                assertThat(spoils(next.rows())).as(next.way()).isEmpty();
                if (seen.add(look(next.rows()))) {
                    open.add(next);
                    assertThat(seen).hasSizeLessThan(MOST_STATES);
                }
            }
        }
        assertThat(tries).isGreaterThan(1_000);
        assertThat(seen).hasSizeGreaterThan(5);
    }

    private List<Node> next(Node node) {
        List<Node> next = new ArrayList<>();
        for (long stride : STRIDES) {
            Core core = restored(node.rows());
            long now = node.now();
            while (now < node.now() + stride) {
                now = Math.min(node.now() + stride, now + 60_000);
                core.tick(now, Ears.DEAF);
            }
            next.add(new Node(rows(core), now, node.way() + " wait " + stride));
        }
        Core probe = restored(node.rows());
        for (Command<?> command : tools.commands(node.rows())) {
            for (Request request : tools.requests(command, node.now())) {
                tries++;
                Ears ears = new Ears();
                probe.frame(List.of(dry(request)), node.now(), ears);
                if (ears.accepted) {
                    Core core = restored(node.rows());
                    core.frame(List.of(request), node.now(), Ears.DEAF);
                    next.add(new Node(rows(core), node.now(), node.way() + " > " + command));
                }
            }
        }
        return next;
    }

    private static Request dry(Request it) {
        return new Request(
                it.book(), it.client(), it.key(), it.contentHash(), false, true, 0, it.command(), it.proof());
    }

    private static Core restored(List<StateRecord> rows) {
        Restorer restorer = Core.restorer(Capacity.STANDARD);
        rows.forEach(restorer::add);
        return restorer.finish();
    }

    /** The state without what grows with every request and means nothing here. */
    private static List<StateRecord> rows(Core core) {
        List<StateRecord> rows = new ArrayList<>();
        core.export(row -> {
            if (!(row instanceof StateRecord.AnswerRow)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static boolean honest(WalletId wallet) {
        return wallet.equals(AIKO) || wallet.equals(Checkpoint.BEN);
    }

    /** Whatever of a thief's wallets must not be. */
    private static List<StateRecord> spoils(List<StateRecord> rows) {
        return rows.stream()
                .filter(row -> switch (row) {
                    case StateRecord.LinkRow link -> !honest(link.wallet());
                    case StateRecord.CheckedLinkRow link -> !honest(link.wallet());
                    case StateRecord.PersonRow person -> !honest(person.wallet());
                    case StateRecord.IdentityRow identity ->
                        !honest(identity.wallet()) && identity.person().names();
                    case StateRecord.LotRow lot -> !honest(lot.wallet());
                    case StateRecord.AccountRow account ->
                        account.key().kind() == AccountKind.WALLET
                                && account.key().currency().equals(Currency.JPY)
                                && !honest(new WalletId(account.key().owner()))
                                && account.debitsPosted() + account.creditsPosted() + account.creditsPending() != 0;
                    default -> false;
                })
                .toList();
    }

    /** What a thief's wallets look like, and who is trusted; numbers of things, up to 2 of each. */
    private static String look(List<StateRecord> rows) {
        Map<String, Integer> look = new HashMap<>();
        for (StateRecord row : rows) {
            String what = switch (row) {
                case StateRecord.HolderRow holder ->
                    honest(new WalletId(holder.owner())) && holder.kind() == AccountKind.WALLET
                            ? ""
                            : holder.kind() + " " + holder.tier() + holder.frozen() + holder.closed();
                case StateRecord.AuthenticatorRow key -> honest(key.wallet()) ? "" : "passkey";
                case StateRecord.StaffRow _ -> "staff";
                case StateRecord.IssuerRow _ -> "issuer";
                case StateRecord.BankKeyRow _ -> "bank key";
                case StateRecord.FloorRow _, StateRecord.RuleRow _, StateRecord.DescriptionRow _ -> row.toString();
                default -> "";
            };
            if (!what.isEmpty()) {
                look.merge(what, 1, (a, b) -> Math.min(2, a + b));
            }
        }
        return new TreeSet<>(look.entrySet().stream().map(Object::toString).toList()).toString();
    }

    /** Hears whether a request was accepted. */
    private static final class Ears implements Sink {

        static final Ears DEAF = new Ears();

        boolean accepted;

        @Override
        public void event(Event event) {
            // the state is looked at
        }

        @Override
        public void answered(Request request, Answer answer) {
            accepted = answer.outcome().accepted();
        }

        @Override
        public void timePassed() {
            // the state is looked at
        }
    }

    @Test
    void theThiefIsWhoHeSays() {
        assertThat(tools.world.balance(AIKO)).isPositive();
        assertThat(tools.world.status(tools.honestLink)).isEqualTo(sekisho.protocol.LinkStatus.ACTIVE);
        assertThat(tools.world.balance(THIEF)).isZero();
        assertThat(tools.honestLink).isNotEqualTo(OperationId.NONE);
    }
}
