package sekisho.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.auditor.Answered;
import sekisho.auditor.Step;
import sekisho.protocol.BankId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletId;
import sekisho.simulation.Message.Asked;

/** A book behind the checkpoint: its people, staff, issuers and banks, and what they know of each other. */
final class FoundedBook {

    static final ClientId CLIENT = new ClientId(3);
    private static final int CUSTOMERS = 12;

    /** What is known of a link: what went to the bank, and where it stands. */
    record Way(WalletId wallet, BankId bank, Token session, Token nonce, Token account, LinkStatus status) {

        Way at(LinkStatus next) {
            return new Way(wallet, bank, session, nonce, account, next);
        }
    }

    final World world;
    final Chance chance;
    final Keyring keys;
    final Map<OperationId, Way> ways = new HashMap<>();
    final Map<LinkStatus, List<OperationId>> links = new HashMap<>();
    final List<OperationId> payments = new ArrayList<>();
    private final Map<WalletId, Token> persons = new HashMap<>();
    private final SimulatedClock clock;
    private final IdentityActs identities;
    private final LinkActs linkActs;
    private final DoorActs door;
    private final TrustActs trust;
    private final FoundedMoneyActs money;
    private final java.util.Set<OperationId> again = new java.util.HashSet<>();
    private final List<Asked> sent = new ArrayList<>();

    FoundedBook(World world, SimulatedClock clock) {
        this.world = world;
        this.clock = clock;
        chance = world.chance;
        keys = new Keyring(chance.split());
        identities = new IdentityActs(this);
        linkActs = new LinkActs(this);
        door = new DoorActs(this);
        trust = new TrustActs(this);
        money = new FoundedMoneyActs(this);
        for (LinkStatus status : LinkStatus.values()) {
            links.put(status, new ArrayList<>());
        }
    }

    /** What has to be there first. */
    List<List<Message>> setup() {
        List<List<Message>> frames = new ArrayList<>();
        frames.add(
                List.of(message(FoundedSetup.before().stream().map(this::plain).toList())));
        frames.add(List.of(message(List.of(plain(FoundedSetup.found(keys))))));
        frames.add(List.of(message(FoundedSetup.after(keys, clock.stamp()).stream()
                .map(command -> approved(command))
                .toList())));
        List<Asked> people = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            identities.first(new WalletId(number)).forEach(command -> people.add(plain(command)));
        }
        frames.add(List.of(message(people)));
        return frames;
    }

    private static Message message(List<Asked> asked) {
        return new Message.WithIds(World.GUARDED, CLIENT, asked);
    }

    private Asked plain(Command<?> command) {
        return new Asked(id(), command, false, false, 0);
    }

    /** By two members, with no mistake. */
    private Asked approved(Command<?> command) {
        RequestId id = id();
        var challenge = sekisho.wire.Challenge.of(World.GUARDED, CLIENT, id, 0, command);
        return new Asked(
                id,
                command,
                false,
                false,
                0,
                List.of(
                        keys.of(keys.member(1).credential())
                                .says(keys.member(1).credential(), Signer.Saying.ofStaff(challenge)),
                        keys.of(keys.member(2).credential())
                                .says(keys.member(2).credential(), Signer.Saying.ofStaff(challenge))));
    }

    /** One to four requests. */
    Message next() {
        if (chance.onceIn(70)) {
            return new Message.WithIds(World.BOOKS.getFirst(), CLIENT, List.of(plain(command())));
        }
        List<Asked> asked = new ArrayList<>();
        if (chance.onceIn(8)) {
            identities.pair().forEach(command -> asked.add(plain(command)));
        }
        if (chance.onceIn(3)) {
            asked.addAll(chance.onceIn(40) ? linkActs.tries() : linkActs.way());
        }
        if (chance.onceIn(30)) {
            asked.addAll(door.story());
        }
        if (chance.onceIn(6)) {
            asked.addAll(chance.onceIn(2) ? money.inAndOut() : money.rush());
        }
        for (int wanted = 1 + chance.skewed(4); wanted > 0; wanted--) {
            asked.add(!sent.isEmpty() && chance.onceIn(40) ? sent.removeLast() : one());
        }
        sent.add(asked.getFirst());
        return message(asked);
    }

    private Asked one() {
        return signed(command()).dry(chance.onceIn(25));
    }

    /** A request with those behind it who nearly always are the right ones. */
    Asked signed(Command<?> command) {
        RequestId id = id();
        return new Asked(id, command, false, false, 0, keys.behind(World.GUARDED, CLIENT, id, command));
    }

    private Command<?> command() {
        int roll = chance.below(100);
        if (roll < 18) {
            return identities.next(World.GUARDED);
        }
        if (roll < 57) {
            return linkActs.next(World.GUARDED);
        }
        if (roll < 59) {
            return door.next(World.GUARDED);
        }
        return roll < 87 ? money.next(World.GUARDED) : trust.next(World.GUARDED);
    }

    private RequestId id() {
        long now = now();
        long millis = chance.onceIn(60) ? now - chance.between(200_000L, 400_000L) : now - chance.skewed(60_000);
        return RequestId.of(millis, chance.below(0x1000), chance.next());
    }

    long now() {
        return Math.max(world.now(), clock.stamp());
    }

    WalletId wallet() {
        return new WalletId(chance.onceIn(50) ? 999 : 1 + chance.skewed(FoundedSetup.WALLETS));
    }

    /** Whose a wallet is, as far as anybody knows; a wallet that nobody has belongs to somebody by its number. */
    Token person(WalletId wallet) {
        return persons.getOrDefault(wallet, new Token(9, 1 + wallet.value() % 9));
    }

    Token token() {
        return new Token(chance.next() | 1, chance.next());
    }

    /** A link that stands somewhere, or none. */
    OperationId link(LinkStatus... statuses) {
        for (int tries = 0; tries < 4; tries++) {
            List<OperationId> all = links.get(chance.of(statuses));
            if (all != null && !all.isEmpty()) {
                return all.get(all.size() - 1 - chance.skewed(all.size()));
            }
        }
        return world.unknownOperation();
    }

    /** The links that can be used, in the order in which they came to that. */
    List<OperationId> active() {
        return links.getOrDefault(LinkStatus.ACTIVE, List.of());
    }

    /** What is known of a link; of an unknown one, something. */
    Way way(OperationId link) {
        return ways.getOrDefault(
                link, new Way(wallet(), World.BANKS.getFirst(), token(), token(), token(), LinkStatus.CLOSED));
    }

    /** Whether a link is being proved again. */
    boolean again(OperationId link) {
        return again.contains(link);
    }

    void learn(Step step) {
        step.timePassed().forEach(event -> saw(event));
        for (Answered answered : step.answers()) {
            if (answered.request().book().equals(World.GUARDED)) {
                if (answered.answer().outcome().accepted()
                        && !answered.request().dryRun()) {
                    accepted(answered.request());
                }
                answered.events().forEach(event -> saw(event));
            }
        }
    }

    private void accepted(Request request) {
        switch (request.command()) {
            case CheckpointCommand.Ask ask -> {
                Token account = linkActs.account(ask.wallet(), ask.bank());
                ways.putIfAbsent(
                        request.operation(),
                        new Way(ask.wallet(), ask.bank(), ask.session(), ask.nonce(), account, LinkStatus.REQUESTED));
            }
            case CheckpointCommand.Again again -> {
                Way way = way(again.link());
                this.again.add(again.link());
                ways.put(
                        again.link(),
                        new Way(
                                way.wallet(),
                                way.bank(),
                                again.session(),
                                again.nonce(),
                                way.account(),
                                LinkStatus.REQUESTED));
            }
            case CheckpointCommand.Knock knock -> door.accepted(request.operation(), knock);
            case TrustCommand.Found found -> {
                keys.enrolled(found.first());
                keys.enrolled(found.second());
            }
            case TrustCommand.EnrolStaff enrol -> keys.enrolled(enrol.member());
            case TrustCommand.RemoveStaff remove -> keys.left(remove.credential());
            case PaymentCommand.Pay _, PaymentCommand.Authorise _ -> payments.add(request.operation());
            default -> {} // nothing to remember
        }
    }

    private void saw(Event event) {
        switch (event) {
            case Event.LinkMoved moved -> moved(moved);
            case Event.AuthenticatorChanged changed -> {
                if (changed.added()) {
                    keys.added(changed.wallet(), changed.credential());
                } else {
                    keys.removed(changed.wallet(), changed.credential());
                }
            }
            case Event.EvidenceAccepted evidence -> {
                if (evidence.person().names()) {
                    persons.put(evidence.wallet(), evidence.person());
                }
            }
            default -> {} // told to others
        }
    }

    private void moved(Event.LinkMoved moved) {
        Way way = ways.get(moved.link());
        if (way != null) {
            List<OperationId> before = links.get(way.status());
            if (before != null) {
                before.remove(moved.link());
            }
            ways.put(moved.link(), way.at(moved.status()));
            List<OperationId> after = links.get(moved.status());
            if (after != null) {
                after.add(moved.link());
            }
        }
    }
}
