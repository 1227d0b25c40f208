package sekisho.auditor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand.ConfirmTime;

/** Section 3 of docs/rules.md: requests that hold together or not at all. */
final class Chains {

    private static final int LONGEST = 64;

    private final State state;
    private final Clock clock;
    private final Journal journal;
    private final Decisions decisions;

    Chains(State state, Clock clock, Journal journal, Decisions decisions) {
        this.state = state;
        this.clock = clock;
        this.journal = journal;
        this.decisions = decisions;
    }

    List<Answered> answer(List<Request> chain) {
        Refused malformed = malformed(chain);
        if (malformed != null) {
            return chain.stream()
                    .map(request -> new Answered(request, new Answer(malformed, false), List.of()))
                    .toList();
        }
        List<@Nullable Answer> seen = seen(chain);
        int firstSeen = firstSeen(seen);
        return firstSeen < 0 ? execute(chain) : answerSeen(chain, seen, firstSeen);
    }

    private @Nullable Refused malformed(List<Request> chain) {
        boolean dry = chain.getFirst().dryRun();
        boolean mixed = chain.stream()
                .anyMatch(request -> !(request.key() instanceof RequestId)
                        || request.dryRun() != dry
                        || request.command() instanceof ConfirmTime);
        if (clock.halted()) {
            return clock.refusal();
        }
        return Check.first(
                () -> Check.when(chain.size() > LONGEST, Refusal.CHAIN_TOO_LONG, LONGEST),
                () -> Check.when(chain.getLast().linked(), Refusal.CHAIN_OPEN),
                () -> Check.when(mixed, Refusal.CHAIN_MIXED));
    }

    /** For each request what rules 2.1 and 2.2 answer it; null where they let it pass. */
    private List<@Nullable Answer> seen(List<Request> chain) {
        Refused full = chain.getFirst().dryRun() ? null : journal.full(chain.size());
        Set<Keys.Remembered> names = new HashSet<>();
        List<@Nullable Answer> seen = new ArrayList<>();
        for (Request request : chain) {
            boolean again = !names.add(new Keys.Remembered(request.client(), id(request)));
            Answer answer = journal.seen(request, id(request));
            if (answer == null && again) {
                answer = new Answer(new Refused(Refusal.REQUEST_CONFLICT), false);
            }
            if (answer == null && full != null) {
                answer = new Answer(full, false);
            }
            seen.add(answer);
        }
        return seen;
    }

    private static int firstSeen(List<@Nullable Answer> seen) {
        for (int place = 0; place < seen.size(); place++) {
            if (seen.get(place) != null) {
                return place;
            }
        }
        return -1;
    }

    private static List<Answered> answerSeen(List<Request> chain, List<@Nullable Answer> seen, int firstSeen) {
        List<Answered> answers = new ArrayList<>();
        for (int place = 0; place < chain.size(); place++) {
            Answer own = seen.get(place);
            answers.add(new Answered(chain.get(place), own != null ? own : broken(firstSeen), List.of()));
        }
        return answers;
    }

    private List<Answered> execute(List<Request> chain) {
        long before = state.undo.mark();
        boolean dry = chain.getFirst().dryRun();
        List<Answered> answers = new ArrayList<>();
        for (Request request : chain) {
            Decisions.Decided decided = decisions.decide(request);
            answers.add(
                    new Answered(request, new Answer(decided.outcome(), false), dry ? List.of() : decided.events()));
            if (decided.outcome() instanceof Refused) {
                state.undo.backTo(before);
                answers = allBroken(chain, answers.size() - 1, decided.outcome());
                break;
            }
        }
        if (dry) {
            state.undo.backTo(before);
        } else {
            answers.forEach(answered -> journal.remember(
                    answered.request(),
                    id(answered.request()),
                    answered.answer().outcome()));
        }
        return answers;
    }

    private static List<Answered> allBroken(List<Request> chain, int at, sekisho.protocol.Outcome refused) {
        List<Answered> answers = new ArrayList<>();
        for (int place = 0; place < chain.size(); place++) {
            Answer answer = place == at ? new Answer(refused, false) : broken(at);
            answers.add(new Answered(chain.get(place), answer, List.of()));
        }
        return answers;
    }

    private static Answer broken(int place) {
        return new Answer(new Refused(Refusal.CHAIN_BROKEN, place), false);
    }

    private static RequestId id(Request request) {
        if (request.key() instanceof RequestId id) {
            return id;
        }
        throw new IllegalStateException("a stream entry in a chain");
    }
}
